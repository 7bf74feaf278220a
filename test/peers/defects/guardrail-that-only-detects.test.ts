import { expect, it } from 'vitest';
import effectiveGuardrail from '#shared/checks/aws/bedrock/account-enforced-guardrail-weak.ts';
import harmfulContent from '#shared/checks/aws/bedrock/guardrail-harmful-content.ts';
import promptAttack from '#shared/checks/aws/bedrock/guardrail-prompt-attack.ts';
import type { UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

const judgementOf = (check: UnnamedCheck, config: JsonObject) =>
  judged(
    { id: 'judged', ...check },
    {
      id: 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1',
      name: 'gr1',
      type: check.assetType.id,
      scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
      config,
      relations: [],
    },
  ).judgement;

const filtersOf = (more: JsonObject): JsonObject => ({
  contentPolicy: {
    filters: ['PROMPT_ATTACK', 'HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'].map((type) => ({
      type,
      inputStrength: 'HIGH',
      outputStrength: 'HIGH',
      ...more,
    })),
  },
});

/** A strength says how well a filter sees; the action and the switch say whether it does anything. */
it.each([
  [{}, 'pass'],
  [{ inputAction: 'BLOCK', inputEnabled: true }, 'pass'],
  [{ inputAction: 'NONE' }, 'fail'],
  [{ inputEnabled: false }, 'fail'],
  [{ inputAction: 'BLOCK', inputEnabled: false }, 'fail'],
])('judges filters at high strength with %j as %s', (more, judgement) => {
  const config = filtersOf(more);
  expect(judgementOf(promptAttack, config)).toBe(judgement);
  expect(judgementOf(harmfulContent, config)).toBe(judgement);
  const enforced = { guardrailsConfig: [{ guardrailVersion: '1' }], enforcedGuardrails: [config] };
  expect(judgementOf(effectiveGuardrail, enforced)).toBe(judgement);
});
