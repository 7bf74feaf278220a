import { model } from '#shared/assets/aws/sagemaker.ts';
import { anyIn, permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { loadableArtefacts } from './artefacts.ts';

export default technique(model, {
  title: 'Only what trains models can add one to a multi-model endpoint',
  gains: 'a model of one’s own, loaded when one asks for it by name',
  by: 'principal',
  needs: [
    permission('s3:PutObject', { on: loadableArtefacts }),
    permission('sagemaker:InvokeEndpoint', { on: anyIn('arn:aws:sagemaker:*:{account}:endpoint/*') }),
  ],
  holds: 'control',
  meant: relatedResources('assumes'),
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-02'],
  why: 'The endpoint fetches whatever lies below its prefix under the name in the request: nothing has to be replaced or deployed.',
  fix: narrowed(
    'Allow writing below the prefix to the training pipeline alone, and name the models that callers may ask for by sagemaker:TargetModel.',
    's3:PutObject',
    'arn:aws:s3:::…/models/*',
  ),
  source:
    'ContainerDefinition.Mode and InvokeEndpointInput.TargetModel, @aws-sdk/client-sagemaker; Amazon SageMaker AI Developer Guide, multi-model endpoints',
  frameworks: { 'mitre-atlas': ['AML.T0018.002', 'AML.T0010.003'] },
});
