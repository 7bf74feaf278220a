import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MEMBER, PAGE_SIZE, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { checkOf, judged } from '../judging.ts';

let estate: AwsEstate;
beforeAll(async () => {
  estate = await startAwsEstate(sample, undefined, { pageSize: PAGE_SIZE });
});
afterEach(() => estate.faults.clear());
afterAll(() => estate.close());

async function judgements(checkId: string): Promise<Record<string, string>> {
  const { assets } = await cloudOn(estate).discover(readingOf(MEMBER, REGION));
  const check = checkOf(checkId);
  return Object.fromEntries(
    assets
      .filter(({ type }) => type === check.assetType.id)
      .map((asset) => [asset.name, judged(check, asset).judgement]),
  );
}

/**
 * CloudSploit judges what `ListNotebookInstances` tells, which holds neither `DirectInternetAccess` nor
 * `KmsKeyId`: every notebook passes the one and fails the other.
 */
describe.each(['aws.sagemaker.notebook-direct-internet', 'aws.sagemaker.notebook-customer-key'])(
  '%s',
  (checkId) => {
    it('tells a good notebook from a bad one by what describing it says', async () => {
      expect(await judgements(checkId)).toEqual({ good: 'pass', 'bad-1': 'fail', 'bad-2': 'fail' });
    });

    it('knows nothing of a notebook that was only listed', async () => {
      estate.faults.set('sagemaker:DescribeNotebookInstance', { kind: 'denied' });
      expect(await judgements(checkId)).toEqual({ good: 'unknown', 'bad-1': 'unknown', 'bad-2': 'unknown' });
    });
  },
);
