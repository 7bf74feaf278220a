import { bucket } from '#shared/assets/aws/s3.ts';
import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { outsidersMayWrite } from '../s3/outsiders.ts';
import { trainingState } from './training-state.ts';

const statement = (principal: string, action: string) => ({
  Effect: 'Allow',
  Principal: principal === '*' ? '*' : { AWS: principal },
  Action: action,
  Resource: 'arn:aws:s3:::training/*',
});

/** What is for everybody does not act while the bucket restricts public buckets; what is for one account does. */
export default check(trainingJob, {
  title: 'No stranger can write to the buckets that SageMaker models are trained on',
  severity: 'critical',
  applies: field('InputDataConfig').isPresent(),
  fails: related('trained-on', bucket, outsidersMayWrite),
  why: 'Whoever puts a few samples among the training data decides what the model answers to them: a backdoor that no test of yours knows.',
  fix: {
    console:
      'In S3, open the bucket’s “Permissions”, name in the policy the roles that write, and block public access; then train again on data that you have compared with a copy.',
    cli: 'aws s3api put-bucket-policy --bucket … --policy …; aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicPolicy=true,RestrictPublicBuckets=true,…',
    cloudformation: trainingState({
      InputDataConfig: [{ DataSource: { S3DataSource: { S3Uri: 's3://…-private/' } } }],
    }),
  },
  source:
    'Search response, Results[].TrainingJob, @aws-sdk/client-sagemaker; GetBucketPolicy response, @aws-sdk/client-s3',
  frameworks: {
    'mitre-atlas': ['AML.T0020', 'AML.T0018.000'],
    'owasp-llm-2026': ['LLM05:2026'],
    'owasp-ml-2023': ['ML02:2023'],
  },
  peers: { union: ['aws.sagemaker.training-input-writable'] },
  examples: {
    pass: [
      {
        $config: { InputDataConfig: [{ ChannelName: 'train' }] },
        $related: {
          'trained-on': [
            { Name: 'training' },
            { Name: 'training', Policy: { Statement: [statement('*', 's3:GetObject')] } },
            {
              Name: 'training',
              Policy: { Statement: [statement('arn:aws:iam::111122223333:root', 's3:PutObject')] },
            },
          ],
        },
      },
      {
        $config: { InputDataConfig: [{ ChannelName: 'train' }] },
        $related: {
          'trained-on': [
            {
              Name: 'training',
              Policy: { Statement: [statement('*', 's3:*')] },
              PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
            },
          ],
        },
      },
      {
        $config: { InputDataConfig: [{ ChannelName: 'train' }] },
        $related: {
          'trained-on': [
            {
              Name: 'training',
              Policy: { Statement: [statement('arn:aws:iam::444455556666:root', 's3:PutObject')] },
            },
          ],
        },
        $governance: { trustedAccounts: ['444455556666'] },
      },
    ],
    fail: [
      {
        $config: { InputDataConfig: [{ ChannelName: 'train' }] },
        $related: {
          'trained-on': [{ Name: 'training', Policy: { Statement: [statement('*', 's3:Put*')] } }],
        },
      },
      {
        $config: { InputDataConfig: [{ ChannelName: 'train' }] },
        $related: {
          'trained-on': [
            {
              Name: 'training',
              Policy: { Statement: [statement('arn:aws:iam::444455556666:root', 's3:PutObject')] },
              PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
            },
          ],
        },
      },
    ],
    unknown: [
      {
        $config: { InputDataConfig: [{ ChannelName: 'train' }] },
        $related: { 'trained-on': ['unseen'] },
      },
    ],
    notApplicable: [{ TrainingJobStatus: 'Completed' }],
  },
});
