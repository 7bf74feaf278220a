import { mlflowTrackingServer } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlflowTrackingServer, {
  title: 'MLflow tracking servers verify whose bucket they write to',
  severity: 'medium',
  fails: field('S3BucketOwnerVerification')
    .absentIs(true, 'CreateMlflowTrackingServer: S3BucketOwnerVerification defaults to true if not provided')
    .is(false),
  why: 'If the bucket is deleted, anybody can make one of its name: the server then hands its models and metrics to a stranger, and serves what the stranger puts there.',
  fix: {
    console: 'There is no setting in the console: use the command line.',
    cli: 'aws sagemaker update-mlflow-tracking-server --tracking-server-name … --s3-bucket-owner-verification --s3-bucket-owner-account-id …',
    // There is no property for it: a server that is made from a template has the default, and verifies.
    cloudformation: { ArtifactStoreUri: 's3://…' },
  },
  source: 'DescribeMlflowTrackingServer response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'] },
  examples: {
    pass: [{ S3BucketOwnerVerification: true }, {}],
    fail: [{ S3BucketOwnerVerification: false }],
    unknown: [{ S3BucketOwnerVerification: 'no' }],
  },
});
