import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { lacksRequiredTags } from '../required-tags.ts';

const $governance = { requiredTags: ['owner', 'source-*'] };

export default check(model, {
  title: 'SageMaker models have the tags that say where they come from',
  severity: 'low',
  fails: lacksRequiredTags('Tags'),
  why: 'Of a model without them nobody can say who answers for it, what it was trained on, or whether it may be deployed.',
  fix: {
    console: 'Add the tags to the model, and to what creates models.',
    cli: 'aws sagemaker add-tags --resource-arn … --tags Key=…,Value=…',
    cloudformation: { Tags: [{ Key: '…', Value: '…' }] },
  },
  source: 'Search response, Results[].Model.Model.Tags, @aws-sdk/client-sagemaker',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'owasp-llm-2026': ['LLM04:2026'] },
  peers: { union: ['aws.sagemaker.model-no-provenance-tags'], 'aws-samples': ['FS-13'] },
  examples: {
    pass: [
      {
        $config: {
          Tags: [
            { Key: 'Owner', Value: 'ml' },
            { Key: 'source-commit', Value: '7d6c1f4e' },
          ],
        },
        $governance,
      },
    ],
    fail: [
      { $config: {}, $governance },
      { $config: { Tags: [{ Key: 'owner', Value: 'ml' }] }, $governance },
    ],
    notApplicable: [{ Tags: [] }],
  },
});
