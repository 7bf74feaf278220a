import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field } from '#shared/model/predicate.ts';

/** A policy that was not configured has no tier. */
const classic = (policy: 'contentPolicy' | 'topicPolicy') =>
  all(field(policy).isPresent(), field(`${policy}.tier.tierName`).is('CLASSIC'));

export default check(guardrail, {
  title: 'Filters of Bedrock guardrails use the standard tier',
  severity: 'informational',
  applies: any(field('contentPolicy').isPresent(), field('topicPolicy').isPresent()),
  fails: any(classic('contentPolicy'), classic('topicPolicy')),
  why: 'The classic tier understands English, French and Spanish; in other languages its filters are easily passed.',
  fix: {
    console:
      'Edit the guardrail: under “Content filters tier” and “Denied topics tier” choose “Standard”, which needs cross-Region inference; create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --content-policy-config \'{"tierConfig":{"tierName":"STANDARD"},…}\' --cross-region-config …',
    cloudformation: { ContentPolicyConfig: { ContentFiltersTierConfig: { TierName: 'STANDARD' } } },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0068'] },
  peers: { union: ['aws.bedrock.guardrail-classic-tier'], 'aws-samples': ['BR-16'] },
  examples: {
    pass: [
      { contentPolicy: { tier: { tierName: 'STANDARD' } } },
      { contentPolicy: { tier: { tierName: 'STANDARD' } }, topicPolicy: { tier: { tierName: 'STANDARD' } } },
    ],
    fail: [
      { contentPolicy: { tier: { tierName: 'CLASSIC' } } },
      { contentPolicy: { tier: { tierName: 'STANDARD' } }, topicPolicy: { tier: { tierName: 'CLASSIC' } } },
    ],
    unknown: [{ contentPolicy: {} }, { contentPolicy: { tier: { tierName: 'PREMIUM' } } }],
    notApplicable: [{}],
  },
});
