import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

/** The test alias is left out: what it routes to is the working draft. */
export default check(agent, {
  title: 'Every version of a Bedrock agent that is in use has a guardrail',
  severity: 'high',
  applies: not(field('agentVersions').isEmpty()),
  fails: some('agentVersions', field('guardrailConfiguration.guardrailIdentifier').isEmpty()),
  why: 'Callers reach the versions that aliases route to, not the draft: a guardrail that was added to the draft protects nobody until a version with it is routed to.',
  fix: {
    console:
      'Associate a guardrail in the agent builder, prepare the agent, create a version, and route the alias to it.',
    cli: 'aws bedrock-agent update-agent --agent-id … --guardrail-configuration guardrailIdentifier=…,guardrailVersion=… …; aws bedrock-agent prepare-agent --agent-id …; aws bedrock-agent update-agent-alias --agent-id … --agent-alias-id … --agent-alias-name …',
    cloudformation: { GuardrailConfiguration: { GuardrailIdentifier: '…', GuardrailVersion: '1' } },
  },
  source: 'ListAgentAliases and GetAgentVersion responses, @aws-sdk/client-bedrock-agent',
  frameworks: {
    'mitre-atlas': ['AML.T0051'],
    'owasp-llm-2026': ['LLM01:2026'],
    'owasp-agentic-2026': ['ASI01'],
  },
  peers: {
    union: ['aws.bedrock.agent-live-version-no-guardrail', 'aws.bedrock.agent-no-guardrail'],
    prowler: ['bedrock_agent_guardrail_enabled'],
    checkov: ['CKV_AWS_383'],
    'aws-samples': ['BR-28'],
  },
  examples: {
    pass: [
      {
        agentVersions: [
          { version: '3', guardrailConfiguration: { guardrailIdentifier: 'gr1', guardrailVersion: '2' } },
        ],
      },
    ],
    fail: [
      { agentVersions: [{ version: '3' }] },
      { guardrailConfiguration: { guardrailIdentifier: 'gr1' }, agentVersions: [{ version: '3' }] },
    ],
    unknown: [
      {
        agentVersions: [
          {
            $unread: {
              operation: 'bedrock-agent:GetAgentVersion',
              outcome: 'denied',
              permission: 'bedrock:GetAgentVersion',
            },
          },
        ],
      },
    ],
    notApplicable: [{}, { agentVersions: [] }],
  },
});
