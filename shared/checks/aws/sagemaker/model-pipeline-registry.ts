import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(model, {
  title: 'The containers of a SageMaker inference pipeline come from a private registry in your VPC',
  severity: 'medium',
  applies: not(field('Containers').isEmpty()),
  fails: some(
    'Containers',
    field('ImageConfig.RepositoryAccessMode')
      .absentIs('Platform', 'ImageConfig: without it the image is hosted in Amazon ECR, which is Platform')
      .is('Platform'),
  ),
  why: 'One container that is pulled through the platform is enough to bring in code that nothing of yours inspected.',
  fix: {
    console: 'Recreate the model with “Private Docker registry” as the location of each container’s image.',
    cli: "aws sagemaker create-model --model-name … --containers 'Image=…,ImageConfig={RepositoryAccessMode=Vpc}' … --vpc-config …",
    cloudformation: { Containers: [{ ImageConfig: { RepositoryAccessMode: 'Vpc' } }] },
  },
  source:
    'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker; Security Hub control SageMaker.19',
  frameworks: { 'aws-security-hub': ['SageMaker.19'], 'mitre-atlas': ['AML.T0010.004'] },
  peers: {
    union: ['aws.sagemaker.model-multi-public-registry'],
    'aws-security-hub': ['SageMaker.19'],
    'aws-samples': ['SM-14'],
  },
  examples: {
    pass: [{ Containers: [{ ImageConfig: { RepositoryAccessMode: 'Vpc' } }] }],
    fail: [{ Containers: [{ ImageConfig: { RepositoryAccessMode: 'Vpc' } }, { Image: 'post:1' }] }],
    unknown: [{ Containers: [{ ImageConfig: { RepositoryAccessMode: 'Mirror' } }] }],
    notApplicable: [{}, { PrimaryContainer: { Image: 'inference:1' } }],
  },
});
