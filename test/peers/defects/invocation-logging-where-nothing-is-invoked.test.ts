import { afterAll, beforeAll, expect, it } from 'vitest';
import enforcedGuardrail from '#shared/checks/aws/bedrock/account-enforced-guardrail.ts';
import invocationLogging from '#shared/checks/aws/bedrock/invocation-logging.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { judged } from '#test/peers/judging.ts';

const UNUSED = 'eu-north-1';
let estate: AwsEstate;

beforeAll(async () => {
  estate = await startAwsEstate(sample);
  const used = estate.state.region(MEMBER, REGION);
  used.invocationLogging = undefined;
  used.resources('bedrock/enforcedGuardrails').length = 0;
});
afterAll(() => estate.close());

async function judgementsIn(region: string) {
  const { assets } = await cloudOn(estate).discover(readingOf(MEMBER, region), {});
  return [invocationLogging, enforcedGuardrail].map((check) => {
    const setting = assets.find(({ type }) => type === check.assetType.id);
    return setting && judged({ id: 'judged', ...check }, setting).judgement;
  });
}

/** Every region has the settings; only where models are called do they matter. */
it('asks for no logs and no guardrail in a region where no model was called', async () => {
  expect(await judgementsIn(UNUSED)).toEqual(['not-applicable', 'not-applicable']);
});

it('asks for them where models are called on demand, without any asset of Bedrock’s', async () => {
  const metrics = estate.state.region(MEMBER, REGION).resources('cloudwatch/metrics');
  estate.state
    .region(MEMBER, 'eu-west-2')
    .resources('cloudwatch/metrics')
    .push(...metrics);
  expect(await judgementsIn('eu-west-2')).toEqual(['fail', 'fail']);
});

it('says unknown where nobody may see what was called', async () => {
  estate.faults.set('cloudwatch:ListMetrics', { kind: 'denied' });
  expect(await judgementsIn(UNUSED)).toEqual(['unknown', 'unknown']);
  estate.faults.clear();
});
