import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { openStage, type Stage } from './stage.ts';

const ACTION = 'aws.bedrock.enable-invocation-logging';
const S3 = { s3Config: { bucketName: 'acme-invocations', keyPrefix: 'bedrock' } };
const CLOUDWATCH = {
  cloudWatchConfig: {
    logGroupName: '/acme/bedrock',
    roleArn: 'arn:aws:iam::111122223333:role/bedrock-logs',
    largeDataDeliveryS3Config: { bucketName: 'acme-large' },
  },
};
const EVERYTHING = {
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: true,
  embeddingDataDeliveryEnabled: true,
  videoDataDeliveryEnabled: true,
  audioDataDeliveryEnabled: true,
};

let stage: Stage;
let finding: Finding;

beforeEach(async () => {
  stage = await openStage();
  finding = await stage.open(
    'aws.bedrock.invocation-logging',
    'arn:aws:bedrock:eu-west-1:111122223333:logging',
  );
});
afterEach(() => stage.close());

const plan = (...more: [Parameters<typeof planRemediation>[2]?]) =>
  planRemediation(stage.fleet, finding.id, ...more);
async function idOfPlan(...more: Parameters<typeof plan>): Promise<string> {
  const answer = await plan(...more);
  if (answer.outcome === 'refused') throw new Error(answer.message);
  return answer.remediation.id;
}
async function actApproved(id: string): Promise<void> {
  await approveRemediation(stage.fleet, id, { approver: 'ana' });
  expect(await actOnRemediation(stage.fleet, id)).toMatchObject({ remediation: { status: 'verified' } });
}

it('says that a destination is missing, and cannot be approved until one is given', async () => {
  const answer = await plan();
  expect(answer).toMatchObject({
    outcome: 'done',
    remediation: { plan: { missing: [{ name: 's3Config or cloudWatchConfig' }] } },
  });
  const id = await idOfPlan();
  expect(await approveRemediation(stage.fleet, id, { approver: 'ana' })).toMatchObject({
    code: 'missing-parameter',
  });
  expect(await idOfPlan(S3)).toBe(id);
  await actApproved(id);
  expect(stage.aws.logging).toEqual({ ...S3, ...EVERYTHING });
});

it('takes the destination from the config, and keeps what a person chose when it is planned again', async () => {
  const fleet = stage.with({ parameters: { [ACTION]: S3 } });
  expect(await planRemediation(fleet, finding.id)).toMatchObject({ remediation: { parameters: S3 } });
  await planRemediation(fleet, finding.id, CLOUDWATCH);
  expect(await planRemediation(fleet, finding.id)).toMatchObject({
    outcome: 'unchanged',
    remediation: { parameters: CLOUDWATCH },
  });
});

it('refuses a destination that is none', async () => {
  expect(await plan({ s3Config: { bucket: 'acme' } })).toMatchObject({ code: 'invalid-parameters' });
});

it('turns logging off again where it was off', async () => {
  const id = await idOfPlan(CLOUDWATCH);
  await actApproved(id);
  expect(stage.aws.logging).toEqual({ ...CLOUDWATCH, ...EVERYTHING });
  await undoRemediation(stage.fleet, id);
  expect(stage.aws.logging).toBeUndefined();
  expect(stage.aws.writes.map(({ operation }) => operation)).toEqual([
    'bedrock:PutModelInvocationLoggingConfiguration',
    'bedrock:DeleteModelInvocationLoggingConfiguration',
  ]);
});

it('keeps the destination that there is, adds what is missing, and puts back every value', async () => {
  const before = { ...CLOUDWATCH, textDataDeliveryEnabled: false, imageDataDeliveryEnabled: true };
  stage.aws.logging = before;
  const id = await idOfPlan();
  await actApproved(id);
  expect(stage.aws.logging).toEqual({ ...CLOUDWATCH, ...EVERYTHING });
  await undoRemediation(stage.fleet, id);
  expect(stage.aws.logging).toEqual(before);
});
