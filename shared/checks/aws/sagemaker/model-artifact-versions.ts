import { bucket } from '#shared/assets/aws/s3.ts';
import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { related } from '#shared/model/predicate.ts';
import { keepsNoVersions } from '../s3/outsiders.ts';
import { loadsArtifacts } from './artifacts.ts';

const $config = { PrimaryContainer: { ModelDataUrl: 's3://models/churn.tar.gz' } };

export default check(model, {
  title: 'SageMaker models are loaded from buckets that keep versions',
  severity: 'medium',
  applies: loadsArtifacts,
  fails: related('stored-in', bucket, keepsNoVersions),
  why: 'When an artefact is overwritten under its address, by accident or to poison it, endpoints load the new one and there is nothing to compare with or go back to.',
  fix: {
    console: 'In S3, open the bucket’s “Properties” and enable bucket versioning.',
    cli: 'aws s3api put-bucket-versioning --bucket … --versioning-configuration Status=Enabled',
    cloudformation: { VersioningConfiguration: { Status: 'Enabled' } },
  },
  source:
    'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker; GetBucketVersioning response, @aws-sdk/client-s3',
  frameworks: {
    'mitre-atlas': ['AML.T0018.000'],
    'owasp-llm-2026': ['LLM05:2026'],
    'iso-42001': ['A.6.2.8'],
  },
  peers: { union: ['aws.sagemaker.model-artifact-writable'] },
  examples: {
    pass: [{ $config, $related: { 'stored-in': [{ Name: 'models', Versioning: { Status: 'Enabled' } }] } }],
    fail: [
      { $config, $related: { 'stored-in': [{ Name: 'models', Versioning: {} }] } },
      { $config, $related: { 'stored-in': [{ Name: 'models', Versioning: { Status: 'Suspended' } }] } },
    ],
    unknown: [{ $config, $related: { 'stored-in': ['unseen'] } }],
    notApplicable: [{ PrimaryContainer: { Image: 'image:1' } }],
  },
});
