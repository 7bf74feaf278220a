import { model } from '#shared/assets/aws/sagemaker.ts';
import { relatedResources, technique } from '../../technique.ts';
import { taggedRepositoriesAt } from '../places.ts';
import { imageFix, isOverwritable, pushTo } from '../push-image.ts';

export default technique(model, {
  title: 'Only what builds it can replace the image of a model',
  gains: 'a container of one’s own, run with the next instance that starts',
  by: 'principal',
  needs: pushTo(taggedRepositoriesAt('PrimaryContainer.Image', 'Containers[].Image')),
  applies: isOverwritable,
  holds: 'control',
  meant: relatedResources('assumes'),
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-03'],
  why: 'A tag is a name that can be given to another image. What the tag names when an instance starts is what runs as the role of the model.',
  fix: imageFix,
  source:
    'ContainerDefinition.Image, @aws-sdk/client-sagemaker; Repository.imageTagMutability, @aws-sdk/client-ecr',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'] },
});
