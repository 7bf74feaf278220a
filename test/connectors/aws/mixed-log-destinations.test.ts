import { afterAll, beforeAll, expect, it } from 'vitest';
import bucketExposed from '#shared/checks/aws/bedrock/invocation-log-bucket-exposed.ts';
import bucketKey from '#shared/checks/aws/bedrock/invocation-log-bucket-key.ts';
import groupKey from '#shared/checks/aws/bedrock/invocation-log-group-key.ts';
import lock from '#shared/checks/aws/bedrock/invocation-log-lock.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { judged } from '#test/peers/judging.ts';

let estate: AwsEstate;

beforeAll(async () => {
  estate = await startAwsEstate(sample);
});
afterAll(() => estate.close());

it('judges bucket and log group each by itself where logs go to both', async () => {
  const region = estate.state.region(MEMBER, REGION);
  region.invocationLogging = {
    s3Config: { bucketName: 'sample-captured' },
    cloudWatchConfig: {
      logGroupName: 'prompts',
      roleArn: `arn:aws:iam::${MEMBER}:role/agent`,
      largeDataDeliveryS3Config: { bucketName: 'sample-captured' },
    },
  };
  const [group] = region.resources('logs/groups');
  region.resources('logs/groups').push({
    ...group,
    logGroupName: 'prompts',
    arn: `arn:aws:logs:${REGION}:${MEMBER}:log-group:prompts:*`,
    logGroupArn: `arn:aws:logs:${REGION}:${MEMBER}:log-group:prompts`,
    kmsKeyId: `arn:aws:kms:${REGION}:${MEMBER}:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001`,
  });
  const { assets, defects } = await scanMember(cloudOn(estate));
  expect(defects).toEqual([]);
  const logging = assets.find(({ type }) => type === 'aws.bedrock.invocation-logging');
  if (!logging) throw new Error('the setting was not read');
  const known = new Map(assets.map((asset) => [asset.id, asset]));
  const judgements = [bucketExposed, bucketKey, groupKey, lock].map(
    (check) => judged({ id: 'judged', ...check }, logging, (id) => known.get(id)).judgement,
  );
  expect(judgements).toEqual(['pass', 'pass', 'pass', 'fail']);
  const locks = estate.requests.filter(({ operation }) => operation === 's3:GetObjectLockConfiguration');
  expect(locks).toHaveLength(1);
});
