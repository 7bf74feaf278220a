import { afterAll, beforeAll, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { judged } from '#test/peers/judging.ts';

let estate: AwsEstate;

beforeAll(async () => {
  estate = await startAwsEstate(sample);
});
afterAll(() => estate.close());

/** A refusal is no setting: nothing is known of the guardrail, good or bad. */
it('says unknown of a guardrail that was listed and not described', async () => {
  estate.faults.set('bedrock:GetGuardrail', { kind: 'denied' });
  const { assets } = await scanMember(cloudOn(estate));
  const guardrails = assets.filter(({ type }) => type === 'aws.bedrock.guardrail');
  expect(guardrails.length).toBeGreaterThan(0);
  const ofGuardrails = checks.filter(({ assetType }) => assetType.id === 'aws.bedrock.guardrail');
  const judgements = guardrails.flatMap((guardrail) =>
    ofGuardrails.map((check) => judged(check, guardrail).judgement),
  );
  expect(new Set(judgements)).toEqual(new Set(['unknown']));
});
