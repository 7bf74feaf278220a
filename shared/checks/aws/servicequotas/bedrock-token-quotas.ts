import { tokenQuotas } from '#shared/assets/aws/watching.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(tokenQuotas, {
  title: 'Token quotas of Bedrock are set for what the account needs',
  severity: 'low',

  fails: field('applied').isEmpty(),
  why: 'The default is what AWS gives everybody: too much for an account that should spend little, when its key is stolen, and too little for one that serves customers.',
  fix: {
    console:
      'In Service Quotas, open Amazon Bedrock and request for the models that you use the tokens per minute that you need.',
    cli: 'aws service-quotas request-service-quota-increase --service-code bedrock --quota-code … --desired-value …',
    cloudformation: { ServiceCode: 'bedrock' },
  },
  source: 'ListServiceQuotas and ListAWSDefaultServiceQuotas responses, @aws-sdk/client-service-quotas',
  frameworks: { 'mitre-atlas': ['AML.T0034', 'AML.T0029'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: { union: ['aws.bedrock.quota-defaults'], 'aws-samples': ['BR-22', 'FS-03'] },
  examples: {
    pass: [{ applied: [{ QuotaName: 'On-demand model inference tokens per minute for Nova', Value: 500 }] }],
    fail: [{ applied: [] }],
    unknown: [{ applied: 'all' }],
  },
});
