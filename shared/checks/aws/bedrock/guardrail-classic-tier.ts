import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(guardrail, {
  title: 'Content filters of Bedrock guardrails use the standard tier',
  severity: 'informational',
  applies: field('contentPolicy').isPresent(),
  fails: field('contentPolicy.tier.tierName').is('CLASSIC'),
  why: 'The classic tier understands English, French and Spanish; in other languages its filters are easily passed.',
  fix: {
    console:
      'Edit the guardrail: under “Content filters tier” choose “Standard”, which needs cross-Region inference; create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --content-policy-config \'{"tierConfig":{"tierName":"STANDARD"},…}\' --cross-region-config …',
    cloudformation: { ContentPolicyConfig: { ContentFiltersTierConfig: { TierName: 'STANDARD' } } },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0068'] },
  peers: { union: ['aws.bedrock.guardrail-classic-tier'] },
  examples: {
    pass: [{ contentPolicy: { tier: { tierName: 'STANDARD' } } }],
    fail: [{ contentPolicy: { tier: { tierName: 'CLASSIC' } } }],
    unknown: [{ contentPolicy: {} }, { contentPolicy: { tier: { tierName: 'PREMIUM' } } }],
    notApplicable: [{}],
  },
});
