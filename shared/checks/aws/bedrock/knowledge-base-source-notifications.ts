import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { all, field, related, some } from '#shared/model/predicate.ts';

export default check(knowledgeBase, {
  title: 'Buckets that Bedrock knowledge bases read from tell of changes',
  severity: 'informational',
  byDefault: 'off',
  applies: some('dataSources', field('dataSourceConfiguration.type').is('S3')),
  fails: related(
    'reads-from',
    bucket,
    all(
      field('NotificationConfiguration.EventBridgeConfiguration').isAbsent(),
      field('NotificationConfiguration.TopicConfigurations').isEmpty(),
      field('NotificationConfiguration.QueueConfigurations').isEmpty(),
      field('NotificationConfiguration.LambdaFunctionConfigurations').isEmpty(),
    ),
  ),
  why: 'Documents that are added, changed or taken away are noticed by nobody before an assistant answers from them.',
  fix: {
    console:
      'In S3, open the bucket’s “Properties” and turn on Amazon EventBridge under “Event notifications”.',
    cli: 'aws s3api put-bucket-notification-configuration --bucket … --notification-configuration \'{"EventBridgeConfiguration":{}}\'',
    cloudformation: { NotificationConfiguration: { EventBridgeConfiguration: {} } },
  },
  source:
    'GetKnowledgeBase and GetDataSource responses, @aws-sdk/client-bedrock-agent; GetBucketNotificationConfiguration response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0070'] },
  peers: { union: ['aws.bedrock.kb-source-no-event-notification'], 'aws-samples': ['FS-65'] },
  examples: {
    pass: [
      {
        $config: { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] },
        $related: {
          'reads-from': [{ Name: 'docs', NotificationConfiguration: { EventBridgeConfiguration: {} } }],
        },
      },
    ],
    fail: [
      {
        $config: { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] },
        $related: { 'reads-from': [{ Name: 'docs', NotificationConfiguration: {} }] },
      },
    ],
    unknown: [
      {
        $config: { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] },
        $related: { 'reads-from': ['unseen'] },
      },
    ],
    notApplicable: [{ dataSources: [] }],
  },
});
