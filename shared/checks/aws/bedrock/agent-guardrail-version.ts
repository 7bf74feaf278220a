import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(agent, {
  title: 'Bedrock agents in use name a published version of their guardrail',
  severity: 'medium',
  applies: some('agentVersions', not(field('guardrailConfiguration.guardrailIdentifier').isEmpty()), {
    absentIsEmpty: 'the connector reads none where no alias routes to a version',
  }),
  fails: some('agentVersions', field('guardrailConfiguration.guardrailVersion').is('DRAFT')),
  why: 'A draft changes under the agent with every edit: what was tested is not what protects it tomorrow.',
  fix: {
    console:
      'Create a version of the guardrail, choose it in the agent builder, create a version of the agent, and route the alias to it.',
    cli: 'aws bedrock create-guardrail-version --guardrail-identifier …; aws bedrock-agent update-agent --agent-id … --guardrail-configuration guardrailIdentifier=…,guardrailVersion=1 …',
    cloudformation: { GuardrailConfiguration: { GuardrailIdentifier: '…', GuardrailVersion: '1' } },
  },
  source: 'ListAgentAliases and GetAgentVersion responses, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0081'], 'owasp-agentic-2026': ['ASI01'] },
  peers: { union: ['aws.bedrock.agent-guardrail-draft'] },
  examples: {
    pass: [
      {
        agentVersions: [
          { version: '3', guardrailConfiguration: { guardrailIdentifier: 'gr1', guardrailVersion: '2' } },
        ],
      },
    ],
    fail: [
      {
        agentVersions: [
          { version: '3', guardrailConfiguration: { guardrailIdentifier: 'gr1', guardrailVersion: 'DRAFT' } },
        ],
      },
    ],
    unknown: [
      {
        agentVersions: [
          { version: '3', guardrailConfiguration: { guardrailIdentifier: 'gr1', guardrailVersion: 2 } },
        ],
      },
    ],
    notApplicable: [{ agentVersions: [{ version: '3' }] }, {}],
  },
});
