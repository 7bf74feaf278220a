import { flow } from '#shared/assets/aws/bedrock-agent.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, not, some } from '#shared/model/predicate.ts';

const unguarded = field('guardrailConfiguration.guardrailIdentifier').isEmpty();

/** A knowledge base node without a model gives what it found, and generates nothing. */
export default check(flow, {
  title: 'Every node of a Bedrock flow that generates text has a guardrail',
  severity: 'medium',
  applies: any(
    not(field('promptNodes').isEmpty()),
    some('knowledgeBaseNodes', field('modelId').isPresent(), {
      absentIsEmpty: 'the connector reads none where the definition has none',
    }),
  ),
  fails: any(
    some('promptNodes', unguarded, { absentIsEmpty: 'the connector reads none where there are none' }),
    some('knowledgeBaseNodes', all(field('modelId').isPresent(), unguarded), {
      absentIsEmpty: 'the connector reads none where there are none',
    }),
  ),
  why: 'What one node makes of injected text is what the next one, or a tool, takes for granted.',
  fix: {
    console: 'Open the flow builder, select the node, and choose a guardrail and its version.',
    cli: 'aws bedrock-agent update-flow --flow-identifier … --definition file://definition.json …',
    cloudformation: {
      Definition: {
        Nodes: [
          {
            Configuration: {
              Prompt: { GuardrailConfiguration: { GuardrailIdentifier: '…', GuardrailVersion: '1' } },
            },
          },
        ],
      },
    },
  },
  source: 'GetFlow response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: {
    union: ['aws.bedrock.flow-no-guardrail'],
    prowler: ['bedrock_flow_guardrail_enabled'],
    'aws-samples': ['BR-13'],
  },
  examples: {
    pass: [
      { promptNodes: [{ name: 'ask', guardrailConfiguration: { guardrailIdentifier: 'gr1' } }] },
      {
        promptNodes: [{ name: 'ask', guardrailConfiguration: { guardrailIdentifier: 'gr1' } }],
        knowledgeBaseNodes: [{ name: 'look-up' }],
      },
    ],
    fail: [
      { promptNodes: [{ name: 'ask' }] },
      { promptNodes: [], knowledgeBaseNodes: [{ name: 'look-up', modelId: 'amazon.nova-lite-v1:0' }] },
    ],
    unknown: [{ promptNodes: 'none' }],
    notApplicable: [{ promptNodes: [], knowledgeBaseNodes: [{ name: 'look-up' }] }],
  },
});
