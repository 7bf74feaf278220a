import { describe, expect, it } from 'vitest';
import { apis } from '#connectors/aws/apis.ts';
import guardDuty from '#connectors/aws/guardduty/detectors.ts';
import macie from '#connectors/aws/macie/sessions.ts';
import vectorBuckets from '#connectors/aws/s3vectors/vector-buckets.ts';
import { awsService } from '#connectors/aws/service.ts';
import type { AwsServices, Sdks } from '#connectors/aws/services.ts';
import { operationsOf } from '#connectors/connector.ts';
import { discover } from '#connectors/discover.ts';
import { readingOf } from '#test/estate/aws/scan.ts';

const refusal = (name: string, message: string, httpStatusCode: number): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });

/** A scan in which one service answers every call with the error. */
const scanRefusedBy = (connector: typeof macie | typeof guardDuty | typeof vectorBuckets, error: Error) => {
  const declared = new Map(operationsOf(connector).map((operation) => [operation.id, operation]));
  const refuse = async () => {
    throw error;
  };
  return discover(
    [connector],
    (_connector, recorder) =>
      ({
        guardDuty: awsService<Sdks['guardDuty']>(apis.guardDuty, refuse, recorder, declared),
        macie: awsService<Sdks['macie']>(apis.macie, refuse, recorder, declared),
        s3Vectors: awsService<Sdks['s3Vectors']>(apis.s3Vectors, refuse, recorder, declared),
      }) as AwsServices,
    readingOf('444455556666', 'eu-west-1'),
    { askRarelyUsed: true },
  );
};

const NOT_HERE = refusal('UnknownOperationException', 'Unknown operation', 404);

/** Prowler fails regions that a service is not offered in: what is off and what is not there look alike to it. */
describe('a service that is not offered in a region', () => {
  it.each([guardDuty, macie, vectorBuckets])('gives neither assets nor a gap', async (connector) => {
    const { assets, coverage } = await scanRefusedBy(connector, NOT_HERE);
    expect(assets).toEqual([]);
    expect(coverage).toContainEqual(
      expect.objectContaining({ operation: connector.operations.list[0]?.id, outcome: 'unavailable' }),
    );
  });

  it('is not one that is off, nor one that may not be asked', async () => {
    const off = await scanRefusedBy(macie, refusal('AccessDeniedException', 'Macie is not enabled', 403));
    expect(off.assets.map(({ config }) => config)).toEqual([{}]);
    expect(off.coverage.map(({ outcome }) => outcome)).toEqual(['complete']);
    const denied = await scanRefusedBy(macie, refusal('AccessDeniedException', 'Not authorized', 403));
    expect(denied.assets).toEqual([]);
    expect(denied.coverage.map(({ outcome }) => outcome)).toEqual(['denied']);
  });
});
