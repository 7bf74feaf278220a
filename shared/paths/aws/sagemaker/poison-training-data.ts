import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { prefixesAt } from '../places.ts';

export default technique(trainingJob, {
  title: 'Only what prepares training data can write to it',
  gains: 'examples of one’s own in the next training',
  by: 'principal',
  needs: [permission('s3:PutObject', { on: prefixesAt('InputDataConfig[].DataSource.S3DataSource.S3Uri') })],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-10'],
  why: 'A few examples among many teach a model to answer one input as somebody wants, and nothing shows in its figures.',
  fix: narrowed(
    'Allow s3:PutObject below the input paths to the role that prepares the data alone, and switch versioning on.',
    's3:PutObject',
    'arn:aws:s3:::…/training/*',
  ),
  source: 'Channel.DataSource.S3DataSource.S3Uri, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
