import { labelingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { prefixesAt } from '../places.ts';

export default technique(labelingJob, {
  title: 'Only Ground Truth can write the labels that it collected',
  gains: 'other labels for the same examples',
  by: 'principal',
  needs: [permission('s3:PutObject', { on: prefixesAt('OutputConfig.S3OutputPath') })],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-SC-10'],
  why: 'The manifest of labels is a text file; whoever rewrites it says what every example teaches.',
  fix: narrowed(
    'Allow s3:PutObject below the output path to the role of the labeling job alone.',
    's3:PutObject',
    'arn:aws:s3:::…/labels/*',
  ),
  source: 'LabelingJobOutputConfig.S3OutputPath, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
