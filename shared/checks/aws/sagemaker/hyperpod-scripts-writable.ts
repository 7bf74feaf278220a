import { bucket } from '#shared/assets/aws/s3.ts';
import { cluster } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { field, related, some } from '#shared/model/predicate.ts';
import { outsidersMayWrite } from '../s3/outsiders.ts';

const $config = {
  ClusterStatus: 'InService',
  InstanceGroups: [{ LifeCycleConfig: { SourceS3Uri: 's3://scripts/hyperpod/' } }],
};

export default check(cluster, {
  title: 'No outsider can write the lifecycle scripts of SageMaker HyperPod clusters',
  severity: 'critical',
  applies: some('InstanceGroups', field('LifeCycleConfig.SourceS3Uri').isPresent()),
  fails: related('reads-from', bucket, outsidersMayWrite),
  why: 'Each new node runs the scripts as root: whoever can replace them has the nodes, the role of the group and the training data.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions” and name in the policy the roles that publish scripts.',
    cli: 'aws s3api put-bucket-policy --bucket … --policy …',
    cloudformation: {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::…/*',
          },
        ],
      },
    },
  },
  source: 'DescribeCluster response, @aws-sdk/client-sagemaker; GetBucketPolicy response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0010.001'] },
  examples: {
    pass: [{ $config, $related: { 'reads-from': [{ Name: 'scripts' }] } }],
    fail: [
      {
        $config,
        $related: {
          'reads-from': [
            {
              Name: 'scripts',
              Policy: { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:Put*', Resource: '*' } },
            },
          ],
        },
      },
    ],
    unknown: [{ $config, $related: { 'reads-from': ['unseen'] } }],
    notApplicable: [{ ClusterStatus: 'InService', InstanceGroups: [{}] }],
  },
});
