import { model } from '#shared/assets/aws/sagemaker.ts';
import { permission, relatedResources, technique } from '../../technique.ts';
import { artefacts } from './artefacts.ts';

export default technique(model, {
  title: 'Only what trains a model can replace its artefact',
  gains: 'weights and inference code of one’s own, loaded with the next instance that starts',
  by: 'principal',
  needs: [permission('s3:PutObject', { on: artefacts })],
  holds: 'control',
  meant: relatedResources('assumes'),
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-01'],
  why: 'Archives of models hold code, and formats such as pickle run it when they are loaded: as the role of the model, and with every request before it.',
  fix: {
    console:
      'In the policy of the bucket, deny writing below the prefix to all but the training pipeline, and lock the objects of released versions.',
    cli: 'aws s3api put-bucket-policy --bucket … --policy file://written-by-training.json',
    cloudformation: {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::…/models/*',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::…:role/training' } },
    },
  },
  source: 'ContainerDefinition.ModelDataUrl and ModelDataSource.S3DataSource, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0018.002', 'AML.T0010.003'] },
});
