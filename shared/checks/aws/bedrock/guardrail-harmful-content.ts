import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { any } from '#shared/model/predicate.ts';
import { lacksFilter } from './effect.ts';

const HARMS = ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'] as const;

export default check(guardrail, {
  title: 'Bedrock guardrails block harmful content both ways',
  severity: 'high',
  fails: any(
    ...HARMS.flatMap((harm) => [
      lacksFilter(harm, 'input', 'MEDIUM', 'HIGH'),
      lacksFilter(harm, 'output', 'MEDIUM', 'HIGH'),
    ]),
  ),
  why: 'A kind of harm that no filter blocks, or only at low strength, goes to the model and comes back from it.',
  fix: {
    console:
      'Edit the guardrail: under “Content filters” block hate, insults, sexual, violence and misconduct for prompts and responses at medium strength or above; create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --content-policy-config file://filters.json …',
    cloudformation: {
      ContentPolicyConfig: {
        FiltersConfig: HARMS.map((Type) => ({ Type, InputStrength: 'HIGH', OutputStrength: 'HIGH' })),
      },
    },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0048'], 'nist-ai-rmf': ['MEASURE 2.6'] },
  peers: { union: ['aws.bedrock.guardrail-content-filter-gap'], 'aws-samples': ['BR-23', 'FS-36'] },
  examples: {
    pass: [
      {
        contentPolicy: {
          filters: [
            { type: 'HATE', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'INSULTS', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'SEXUAL', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'VIOLENCE', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'MISCONDUCT', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
          ],
        },
      },
    ],
    fail: [
      {},
      { contentPolicy: { filters: [{ type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH' }] } },
      {
        contentPolicy: {
          filters: [
            { type: 'HATE', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'INSULTS', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'SEXUAL', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'VIOLENCE', inputStrength: 'LOW', outputStrength: 'MEDIUM' },
            { type: 'MISCONDUCT', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
          ],
        },
      },
    ],
    unknown: [
      {
        contentPolicy: {
          filters: [
            { type: 'HATE', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'INSULTS', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'SEXUAL', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
            { type: 'VIOLENCE', inputStrength: 'SOME', outputStrength: 'MEDIUM' },
            { type: 'MISCONDUCT', inputStrength: 'MEDIUM', outputStrength: 'MEDIUM' },
          ],
        },
      },
    ],
  },
});
