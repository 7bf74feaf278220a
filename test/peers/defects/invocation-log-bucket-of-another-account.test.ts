import { afterAll, beforeAll, expect, it } from 'vitest';
import bucketExposed from '#shared/checks/aws/bedrock/invocation-log-bucket-exposed.ts';
import bucketKey from '#shared/checks/aws/bedrock/invocation-log-bucket-key.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { judged } from '#test/peers/judging.ts';

let estate: AwsEstate;

beforeAll(async () => {
  estate = await startAwsEstate(sample);
});
afterAll(() => estate.close());

const FOREIGN = { bucketName: 'somebody-elses-logs' };

/** A bucket that is not in the inventory may be open to the world: silence about it is no good news. */
it.each([
  ['all logs', { s3Config: FOREIGN }],
  ['logs that are too large for a log group', { cloudWatchConfig: { largeDataDeliveryS3Config: FOREIGN } }],
])('says unknown where a bucket of another account takes %s', async (_what, loggingConfig) => {
  estate.state.region(MEMBER, REGION).invocationLogging = loggingConfig;
  const { assets } = await scanMember(cloudOn(estate));
  const logging = assets.find(({ type }) => type === 'aws.bedrock.invocation-logging');
  if (!logging) throw new Error('the setting was not read');
  const known = new Map(assets.map((asset) => [asset.id, asset]));
  for (const check of [bucketExposed, bucketKey]) {
    const { judgement, evidence } = judged({ id: 'judged', ...check }, logging, (id) => known.get(id));
    expect(judgement).toBe('unknown');
    expect(evidence.map(({ path }) => path)).toContain('arn:aws:s3:::somebody-elses-logs#');
  }
});
