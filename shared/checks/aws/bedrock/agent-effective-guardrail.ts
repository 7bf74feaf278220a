import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none, not, some } from '#shared/model/predicate.ts';
import { acts, UNCONFIGURED } from './effect.ts';

export default check(agent, {
  title: 'The guardrails of Bedrock agents in use block prompt attacks',
  severity: 'high',
  applies: not(field('guardrails').isEmpty()),
  fails: some(
    'guardrails',
    none(
      'contentPolicy.filters',
      all(field('type').is('PROMPT_ATTACK'), field('inputStrength').isOneOf('MEDIUM', 'HIGH'), acts('input')),
      { absentIsEmpty: UNCONFIGURED },
    ),
  ),
  why: 'The agent names a guardrail, and yet in the version that it names nothing stops injected instructions from driving its tools.',
  fix: {
    console:
      'Strengthen the prompt-attack filter, create a version of the guardrail, and make and route to a version of the agent that names it.',
    cli: 'aws bedrock get-guardrail --guardrail-identifier … --guardrail-version …; aws bedrock update-guardrail …; aws bedrock create-guardrail-version --guardrail-identifier …',
    cloudformation: { GuardrailConfiguration: { GuardrailIdentifier: '…', GuardrailVersion: '2' } },
  },
  source:
    'ListAgentAliases and GetAgentVersion responses, @aws-sdk/client-bedrock-agent; GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: {
    'mitre-atlas': ['AML.T0051', 'AML.T0053'],
    'owasp-llm-2026': ['LLM01:2026'],
    'owasp-agentic-2026': ['ASI01', 'ASI02'],
  },
  examples: {
    pass: [
      {
        guardrails: [
          {
            version: '2',
            contentPolicy: {
              filters: [{ type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' }],
            },
          },
        ],
      },
    ],
    fail: [
      { guardrails: [{ version: '2' }] },
      {
        guardrails: [
          {
            version: '2',
            contentPolicy: {
              filters: [
                { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE', inputAction: 'NONE' },
              ],
            },
          },
        ],
      },
    ],
    unknown: [
      {
        guardrails: [
          {
            $unread: {
              operation: 'bedrock:GetGuardrail',
              outcome: 'denied',
              permission: 'bedrock:GetGuardrail',
            },
          },
        ],
      },
    ],
    notApplicable: [{}, { guardrails: [] }],
  },
});
