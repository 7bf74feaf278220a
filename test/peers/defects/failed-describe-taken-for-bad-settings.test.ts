import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import type { Check } from '#shared/model/check.ts';
import { MEMBER, PAGE_SIZE, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { judged } from '#test/peers/judging.ts';

let estate: AwsEstate;
beforeAll(async () => {
  estate = await startAwsEstate(sample, undefined, { pageSize: PAGE_SIZE });
});
afterEach(() => estate.faults.clear());
afterAll(() => estate.close());

/** Checks of the asset alone: what a check reads of other assets may be known. */
const checksOf = (type: string): Check[] =>
  checks.filter(({ assetType, fails }) => assetType.id === type && fails.kind !== 'related');

const READ_BY = {
  'aws.sagemaker.notebook-instance': ['sagemaker:DescribeNotebookInstance'],
  'aws.sagemaker.domain': ['sagemaker:DescribeDomain'],
  'aws.sagemaker.endpoint-config': ['sagemaker:DescribeEndpointConfig'],
  'aws.sagemaker.model': ['sagemaker:Search', 'sagemaker:DescribeModel'],
  'aws.sagemaker.training-job': ['sagemaker:Search', 'sagemaker:DescribeTrainingJob'],
};

/**
 * Prowler leaves empty what it failed to describe, and takes empty for insecure: a missing permission becomes a
 * page of findings.
 */
it.each(['denied', 'server-error'] as const)(
  'fails no check, and says what was not read, when describing is %s',
  async (kind) => {
    for (const operation of Object.values(READ_BY).flat()) estate.faults.set(operation, { kind });
    const { assets, coverage } = await cloudOn(estate).discover(readingOf(MEMBER, REGION));
    const verdicts = assets.flatMap((asset) =>
      asset.type in READ_BY
        ? checksOf(asset.type).map((check) => [check.id, judged(check, asset).judgement] as const)
        : [],
    );
    expect(verdicts).not.toEqual([]);
    expect(verdicts.filter(([, judgement]) => judgement === 'fail' || judgement === 'pass')).toEqual([]);
    const incomplete = coverage.filter(({ outcome }) => outcome !== 'complete');
    expect(incomplete.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(Object.values(READ_BY).map(([operation]) => operation)),
    );
  },
);
