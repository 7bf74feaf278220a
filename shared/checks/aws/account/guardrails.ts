import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with Bedrock agents, flows or knowledge bases have a guardrail that is ready',
  severity: 'medium',
  applies: any(field('agents').atLeast(1), field('flows').atLeast(1), field('knowledgeBases').atLeast(1)),
  fails: field('guardrails').is(0),
  why: 'Nothing in this region can stop a prompt attack or a leak of personal data, for there is no guardrail that an agent could name.',
  fix: {
    console:
      'In Bedrock, under “Guardrails”, create one with content filters, prompt-attack detection and sensitive information filters, publish a version, and let agents name it.',
    cli: 'aws bedrock create-guardrail --name … --content-policy-config file://filters.json …',
    cloudformation: {
      ContentPolicyConfig: {
        FiltersConfig: [{ Type: 'PROMPT_ATTACK', InputStrength: 'HIGH', OutputStrength: 'NONE' }],
      },
    },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'owasp-llm-2026': ['LLM01:2026'], 'mitre-atlas': ['AML.T0051'] },
  peers: {
    union: ['aws.bedrock.no-guardrails'],
    prowler: ['bedrock_guardrails_configured'],
    'aws-samples': ['BR-05'],
    cnspec: ['bedrock-guardrails-configured'],
  },
  examples: {
    pass: [{ region: 'eu-west-1', agents: 1, guardrails: 1 }],
    fail: [{ region: 'eu-west-1', agents: 1, guardrails: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        agents: 1,
        guardrails: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', agents: 0, flows: 0, knowledgeBases: 0, guardrails: 0 }],
  },
});
