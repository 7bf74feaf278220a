import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import sourceBucket from '#shared/checks/aws/bedrock/knowledge-base-source-bucket.ts';
import { judge } from '#shared/model/check.ts';
import { HOME, MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { scanTypes } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;

beforeEach(async () => {
  estate = await startAwsEstate(sample);
});
afterEach(() => estate.close());

async function judgements() {
  const { assets } = await scanTypes(estate, new Set(['aws.bedrock.knowledge-base']));
  const at = new Date('2026-11-22T06:00:00Z');
  return assets.map((asset) => judge({ id: 'judged', ...sourceBucket }, asset, () => undefined, at));
}

describe('a bucket that a knowledge base reads from', () => {
  it('is missing where nobody has it', async () => {
    for (const { judgement, evidence } of await judgements()) {
      expect(judgement).toBe('fail');
      expect(evidence.map(({ path }) => path)).toEqual([
        "sourceBuckets['arn:aws:s3:::sample-retired'].BucketRegion",
      ]);
    }
  });

  it('is there once the account has it', async () => {
    estate.state.region(MEMBER, REGION).buckets.push({ Name: 'sample-retired' });
    expect((await judgements()).map(({ judgement }) => judgement)).toEqual(['pass', 'pass', 'pass']);
  });

  it('is not said to be missing where another account has it', async () => {
    estate.state.region(HOME, REGION).buckets.push({ Name: 'sample-retired' });
    expect((await judgements()).map(({ judgement }) => judgement)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('is not said to be there where a data source was not read', async () => {
    estate.faults.set('bedrock-agent:GetDataSource', { kind: 'denied' });
    expect((await judgements()).map(({ judgement }) => judgement)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('is asked for once for each knowledge base that names it', async () => {
    await judgements();
    expect(estate.requests.filter(({ operation }) => operation === 's3:GetBucketLocation')).toHaveLength(6);
  });
});
