import { configRules } from '#shared/assets/aws/watching.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(configRules, {
  title: 'AWS Config holds SageMaker or Bedrock to rules',
  severity: 'informational',
  byDefault: 'off',
  fails: none('ConfigRules', field('ConfigRuleState').isOneOf('ACTIVE', 'EVALUATING')),
  why: 'What drifts from how models and notebooks should be set up is found at the next audit, if at all.',
  fix: {
    console: 'In AWS Config, add managed rules such as sagemaker-notebook-no-direct-internet-access.',
    cli: 'aws configservice put-config-rule --config-rule file://rule.json',
    cloudformation: {
      Source: { Owner: 'AWS', SourceIdentifier: 'SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS' },
    },
  },
  source: 'DescribeConfigRules response, @aws-sdk/client-config-service',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.4'] },
  peers: { union: ['aws.config.no-model-governance-rules'], 'aws-samples': ['FS-14'] },
  examples: {
    pass: [{ ConfigRules: [{ ConfigRuleName: 'notebooks', ConfigRuleState: 'ACTIVE' }] }],
    fail: [
      { ConfigRules: [] },
      { ConfigRules: [{ ConfigRuleName: 'notebooks', ConfigRuleState: 'DELETING' }] },
    ],
    unknown: [{}],
  },
});
