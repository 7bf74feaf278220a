import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { prefixesAt } from '../places.ts';

export default technique(processingJob, {
  title: 'Only what collects data can write to the input of processing',
  gains: 'records, and where the input holds scripts code, of one’s own in the next run',
  by: 'principal',
  needs: [permission('s3:PutObject', { on: prefixesAt('ProcessingInputs[].S3Input.S3Uri') })],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-10'],
  why: 'Processing makes training data of its input, and the SDK uploads its scripts as one input more.',
  fix: narrowed(
    'Allow s3:PutObject below the input paths to what collects the data alone, and keep scripts in another bucket.',
    's3:PutObject',
    'arn:aws:s3:::…/raw/*',
  ),
  source: 'ProcessingInput.S3Input.S3Uri, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
