import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { objectsAt } from '../places.ts';

export default technique(trainingJob, {
  title: 'Only what trains and serves a model can read what training wrote',
  gains: 'the weights that the job wrote',
  by: 'principal',
  needs: [permission('s3:GetObject', { on: objectsAt('ModelArtifacts.S3ModelArtifacts') })],
  holds: 'read',
  meant: relatedResources('assumes'),
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-SC-09'],
  why: 'Models are guarded where they serve, and their copies lie where training left them.',
  fix: narrowed(
    'Allow s3:GetObject below the output path to the roles that train and serve the model alone.',
    's3:GetObject',
    'arn:aws:s3:::…/training/*',
  ),
  source: 'ModelArtifacts.S3ModelArtifacts, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0048.004', 'AML.T0035'] },
});
