import { bucket } from '#shared/assets/aws/s3.ts';
import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { related } from '#shared/model/predicate.ts';
import { outsidersMayWrite } from '../s3/outsiders.ts';
import { loadsArtifacts } from './artifacts.ts';

const $config = { PrimaryContainer: { ModelDataUrl: 's3://models/churn.tar.gz' } };

/** A bucket of another account is never read, and what may be written there is unknown. */
export default check(model, {
  title: 'No outsider can write where SageMaker models are loaded from',
  severity: 'critical',
  applies: loadsArtifacts,
  fails: related('stored-in', bucket, outsidersMayWrite),
  why: 'An artefact is code as much as data: whoever replaces it runs what they like with the role of the model, the next time that an endpoint starts.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions” and name in the policy the roles that publish models.',
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
  source:
    'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker; GetBucketPolicy response, @aws-sdk/client-s3',
  frameworks: {
    'mitre-atlas': ['AML.T0018.000', 'AML.T0010.003'],
    'owasp-llm-2026': ['LLM05:2026'],
  },
  peers: { union: ['aws.sagemaker.model-artifact-writable'] },
  examples: {
    pass: [
      { $config, $related: { 'stored-in': [{ Name: 'models' }] } },
      {
        $config,
        $related: {
          'stored-in': [
            {
              Name: 'models',
              Policy: {
                Statement: [
                  { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
                  {
                    Effect: 'Allow',
                    Principal: { AWS: 'arn:aws:iam::111122223333:role/publisher' },
                    Action: 's3:PutObject',
                    Resource: '*',
                  },
                ],
              },
            },
          ],
        },
      },
      {
        $config,
        $governance: { trustedAccounts: ['444455556666'] },
        $related: {
          'stored-in': [
            {
              Name: 'models',
              Policy: {
                Statement: {
                  Effect: 'Allow',
                  Principal: { AWS: '444455556666' },
                  Action: 's3:PutObject',
                  Resource: '*',
                },
              },
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config,
        $related: {
          'stored-in': [
            {
              Name: 'models',
              Policy: { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:Put*', Resource: '*' } },
            },
          ],
        },
      },
      {
        $config: { Containers: [{ ModelDataUrl: 's3://models/churn.tar.gz' }] },
        $related: {
          'stored-in': [
            {
              Name: 'models',
              Policy: {
                Statement: {
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::999999999999:root' },
                  Action: 's3:*',
                  Resource: '*',
                },
              },
            },
          ],
        },
      },
    ],
    unknown: [
      { $config, $related: { 'stored-in': ['unseen'] } },
      { $config, $related: { 'stored-in': [{ Name: 'models', Policy: 'no JSON' }] } },
    ],
    notApplicable: [{ PrimaryContainer: { Image: 'image:1' } }],
  },
});
