import { bucket } from '#shared/assets/aws/s3.ts';
import type { mlflowApp, mlflowTrackingServer } from '#shared/assets/aws/sagemaker-platform.ts';
import { check, type UnnamedCheck } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { outsidersMayAct } from '../s3/outsiders.ts';

const $config = { ArtifactStoreUri: 's3://artifacts/mlflow' };

/** MLflow runs in SageMaker as a tracking server or as an app; both keep what they record in a bucket of the account. */
export const artifactsExposedCheck = (
  type: typeof mlflowApp | typeof mlflowTrackingServer,
  { name, describedBy }: { readonly name: string; readonly describedBy: string },
): UnnamedCheck =>
  check(type, {
    title: `The artefacts of ${name} lie in buckets that let in no outsiders`,
    severity: 'high',
    applies: field('ArtifactStoreUri').isPresent(),
    fails: related('stored-in', bucket, outsidersMayAct),
    why: 'Models, metrics and data samples of every experiment lie there: outsiders can take them, or put a model in the place of one that will be deployed.',
    fix: {
      console:
        'In S3, open the bucket’s “Permissions”, block public access and name in the policy who may act.',
      cli: 'aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
      cloudformation: {
        PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
      },
    },
    source: `${describedBy} response, @aws-sdk/client-sagemaker; GetBucketPolicy response, @aws-sdk/client-s3`,
    frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0018.000'], 'owasp-llm-2026': ['LLM02:2026'] },
    peers: { union: ['aws.sagemaker.mlflow-server-exposed'] },
    examples: {
      pass: [
        { $config, $related: { 'stored-in': [{ Name: 'artifacts' }] } },
        {
          $config,
          $related: {
            'stored-in': [
              {
                Name: 'artifacts',
                Policy: { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' } },
                PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
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
                Name: 'artifacts',
                Policy: {
                  Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
                },
              },
            ],
          },
        },
        {
          $config,
          $related: {
            'stored-in': [
              {
                Name: 'artifacts',
                Policy: {
                  Statement: {
                    Effect: 'Allow',
                    Principal: { AWS: '999999999999' },
                    Action: 's3:GetObject',
                    Resource: '*',
                  },
                },
                PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
              },
            ],
          },
        },
      ],
      unknown: [{ $config, $related: { 'stored-in': ['unseen'] } }],
      notApplicable: [{}],
    },
  });
