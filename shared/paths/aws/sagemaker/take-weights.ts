import { model } from '#shared/assets/aws/sagemaker.ts';
import { allOf, oneOf, permission, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { resourcesAt } from '../places.ts';
import { artefacts } from './artefacts.ts';

/** Of a digest too: an image is read as it is. */
const repositories = resourcesAt(['PrimaryContainer.Image', 'Containers[].Image'], (image) => {
  const [, account, region, name] =
    /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)/.exec(image) ?? [];
  return account && region && name && `arn:aws:ecr:${region}:${account}:repository/${name}`;
});

export default technique(model, {
  title: 'Only what serves a model can read its weights',
  gains: 'the weights: the artefact, or the image that holds them',
  by: 'principal',
  needs: [
    oneOf(
      permission('s3:GetObject', { on: artefacts }),
      allOf(
        permission('ecr:BatchGetImage', { on: repositories }),
        permission('ecr:GetDownloadUrlForLayer', { on: repositories }),
      ),
    ),
  ],
  holds: 'read',
  meant: relatedResources('assumes'),
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-SC-09'],
  why: 'A copy of the weights is the model, without limits on calls and without anybody who sees them.',
  fix: narrowed(
    'Allow s3:GetObject below the prefix to the roles that train and serve the model alone.',
    's3:GetObject',
    'arn:aws:s3:::…/models/*',
  ),
  source: 'ContainerDefinition.ModelDataUrl, ModelDataSource and Image, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0048.004', 'AML.T0035'] },
});
