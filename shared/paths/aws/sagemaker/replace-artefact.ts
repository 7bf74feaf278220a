import { model } from '#shared/assets/aws/sagemaker.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { unpinnedArtefacts } from './artefacts.ts';

export default technique(model, {
  title: 'Only what trains a model can replace its artefact',
  gains: 'weights and inference code of one’s own, loaded with the next instance that starts',
  by: 'principal',
  needs: [permission('s3:PutObject', { on: unpinnedArtefacts })],
  holds: 'control',
  meant: relatedResources('assumes'),
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-01'],
  why: 'Archives of models hold code, and formats such as pickle run it when they are loaded: as the role of the model, and with every request before it.',
  fix: {
    console:
      'Allow writing below the prefix to the training pipeline alone, switch versioning on, and create models with the ETag of their artefact.',
    cli: 'aws sagemaker create-model --model-name … --primary-container ModelDataSource={S3DataSource={S3Uri=…,S3DataType=S3Object,CompressionType=Gzip,ETag=…}},Image=…',
    cloudformation: { Effect: 'Deny', Action: 's3:PutObject', Resource: 'arn:aws:s3:::…/models/*' },
  },
  source: 'S3ModelDataSource.ETag and ContainerDefinition.ModelDataUrl, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0018.002', 'AML.T0010.003'] },
});
