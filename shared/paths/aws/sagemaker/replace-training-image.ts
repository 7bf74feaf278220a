import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { relatedResources, technique } from '../../technique.ts';
import { taggedRepositoriesAt } from '../places.ts';
import { imageFix, isOverwritable, pushTo } from '../push-image.ts';

export default technique(trainingJob, {
  title: 'Only what builds it can replace the image that training runs',
  gains: 'a container of one’s own in the next training of this kind, as its role',
  by: 'principal',
  needs: pushTo(taggedRepositoriesAt('AlgorithmSpecification.TrainingImage')),
  applies: isOverwritable,
  holds: 'control',
  meant: relatedResources('assumes'),
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-SC-03'],
  why: 'What a pipeline trained with once it trains with again: the same tag, with whatever image it names by then, and the same data and role.',
  fix: imageFix,
  source:
    'AlgorithmSpecification.TrainingImage, @aws-sdk/client-sagemaker; Repository.imageTagMutability, @aws-sdk/client-ecr',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'] },
});
