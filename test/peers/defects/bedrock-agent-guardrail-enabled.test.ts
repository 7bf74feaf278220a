import { describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

/** Prowler’s `bedrock_agent_guardrail_enabled` reads the draft and not the version that callers reach. */
const agentWith = (config: JsonObject): Asset => ({
  id: 'arn:aws:bedrock:eu-west-1:111122223333:agent/A1',
  type: 'aws.bedrock.agent',
  scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
  name: 'a1',
  config,
  relations: [],
});

const guardrailConfiguration = { guardrailIdentifier: 'gr1', guardrailVersion: '2' };

function judgementOf(config: JsonObject): string {
  const found = checks.find(({ id }) => id === 'aws.bedrock.agent-live-guardrail');
  if (!found) throw new Error('there is no such check');
  return judged(found, agentWith(config)).judgement;
}

describe('the guardrail of a Bedrock agent', () => {
  it('does not count when only the draft has it', () => {
    expect(judgementOf({ guardrailConfiguration, agentVersions: [{ version: '3' }] })).toBe('fail');
  });

  it('counts when the routed version has it and the draft no longer does', () => {
    expect(judgementOf({ agentVersions: [{ version: '3', guardrailConfiguration }] })).toBe('pass');
  });
});
