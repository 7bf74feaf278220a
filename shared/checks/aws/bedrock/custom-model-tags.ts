import { customModel } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(customModel, {
  title: 'Bedrock custom models have tags',
  severity: 'informational',
  byDefault: 'off',
  fails: field('Tags').isEmpty(),
  why: 'Nobody can tell whom to ask about the model, or what it may be used for.',
  fix: {
    console: 'In the tag editor of Resource Groups, find it and add tags for its owner and its purpose.',
    cli: 'aws bedrock tag-resource --resource-arn … --tags key=owner,value=…',
    cloudformation: { CustomModelTags: [{ Key: 'owner', Value: '…' }] },
  },
  source: 'GetResources response, @aws-sdk/client-resource-groups-tagging-api',
  frameworks: { 'iso-42001': ['A.4.2'] },
  peers: { union: ['aws.bedrock.custom-model-untagged'], cloudsploit: ['customModelHasTags'] },
  examples: {
    pass: [{ Tags: [{ Key: 'owner', Value: 'assistants' }] }],
    fail: [{}, { Tags: [] }],
    unknown: [
      {
        Tags: {
          $unread: { operation: 'tag:GetResources', outcome: 'denied', permission: 'tag:GetResources' },
        },
      },
    ],
  },
});
