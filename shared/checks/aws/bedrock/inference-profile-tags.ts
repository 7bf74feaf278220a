import { inferenceProfile } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(inferenceProfile, {
  title: 'Application inference profiles of Bedrock have tags',
  severity: 'informational',
  byDefault: 'off',
  fails: field('Tags').isEmpty(),
  why: 'An application profile exists to tell whose calls are whose: without tags neither the bill nor an investigation can.',
  fix: {
    console: 'In the tag editor of Resource Groups, find it and add tags for its owner and its purpose.',
    cli: 'aws bedrock tag-resource --resource-arn … --tags key=owner,value=…',
    cloudformation: { Tags: [{ Key: 'owner', Value: '…' }] },
  },
  source: 'GetResources response, @aws-sdk/client-resource-groups-tagging-api',
  frameworks: { 'iso-42001': ['A.4.2'] },
  peers: { union: ['aws.bedrock.inference-profile-governance'] },
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
