import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(model, {
  title: 'The primary container of a SageMaker model comes from a private registry in your VPC',
  severity: 'medium',
  applies: field('PrimaryContainer').isPresent(),
  fails: field('PrimaryContainer.ImageConfig.RepositoryAccessMode')
    .absentIs('Platform', 'ImageConfig: without it the image is hosted in Amazon ECR, which is Platform')
    .is('Platform'),
  why: 'An image that is pulled through the platform comes in past your network, where nothing of yours inspects it.',
  fix: {
    console: 'Recreate the model with “Private Docker registry” as the location of the inference image.',
    cli: "aws sagemaker create-model --model-name … --primary-container 'Image=…,ImageConfig={RepositoryAccessMode=Vpc}' --vpc-config …",
    cloudformation: { PrimaryContainer: { ImageConfig: { RepositoryAccessMode: 'Vpc' } } },
  },
  source:
    'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker; Security Hub control SageMaker.16',
  frameworks: { 'aws-security-hub': ['SageMaker.16'], 'mitre-atlas': ['AML.T0010.004'] },
  peers: {
    union: ['aws.sagemaker.model-primary-public-registry'],
    'aws-security-hub': ['SageMaker.16'],
    'aws-samples': ['SM-14'],
  },
  examples: {
    pass: [{ PrimaryContainer: { ImageConfig: { RepositoryAccessMode: 'Vpc' } } }],
    fail: [
      { PrimaryContainer: { ImageConfig: { RepositoryAccessMode: 'Platform' } } },
      { PrimaryContainer: { Image: 'inference:1' } },
    ],
    unknown: [{ PrimaryContainer: { ImageConfig: { RepositoryAccessMode: 'Mirror' } } }],
    notApplicable: [{}, { Containers: [{ Image: 'inference:1' }] }],
  },
});
