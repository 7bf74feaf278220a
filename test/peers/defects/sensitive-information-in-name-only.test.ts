import { expect, it } from 'vitest';
import sensitiveInformation from '#shared/checks/aws/bedrock/guardrail-sensitive-information.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

const judgementOf = (entities: readonly JsonObject[]) =>
  judged(
    { id: 'judged', ...sensitiveInformation },
    {
      id: 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1',
      name: 'gr1',
      type: 'aws.bedrock.guardrail',
      scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
      config: { sensitiveInformationPolicy: { piiEntities: [...entities] } },
      relations: [],
    },
  ).judgement;

const email = (more: JsonObject): JsonObject => ({ type: 'EMAIL', ...more });

/** A list of entities of which each is let through protects nobody. */
it.each([
  [[email({ action: 'NONE' })], 'fail'],
  [[email({ action: 'NONE' }), { type: 'PHONE', action: 'NONE' }], 'fail'],
  [[email({ action: 'BLOCK', outputAction: 'NONE' })], 'fail'],
  [[email({ action: 'ANONYMIZE', outputEnabled: false })], 'fail'],
  [[email({ action: 'NONE' }), { type: 'PHONE', action: 'ANONYMIZE' }], 'pass'],
  [[email({ action: 'NONE', outputAction: 'BLOCK' })], 'pass'],
])('judges the entities %j as %s', (entities, judgement) => {
  expect(judgementOf(entities)).toBe(judgement);
});
