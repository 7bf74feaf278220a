import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, not, type Predicate, some } from '#shared/model/predicate.ts';

const byTag = (path: string): Predicate =>
  all(field(path).isPresent(), not(field(path).matches(/@sha256:[0-9a-f]{64}$/)));

export default check(model, {
  title: 'SageMaker models name their images by digest',
  severity: 'low',
  fails: any(
    byTag('PrimaryContainer.Image'),
    some('Containers', byTag('Image'), { absentIsEmpty: 'Model: either PrimaryContainer or Containers' }),
  ),
  why: 'A tag can be moved to another image: what an endpoint starts tomorrow need not be what was reviewed.',
  fix: {
    console: 'Recreate the model with the digest of its image, which the ECR console shows beside each tag.',
    cli: 'aws sagemaker create-model --model-name … --primary-container Image=….dkr.ecr.….amazonaws.com/…@sha256:…',
    cloudformation: { PrimaryContainer: { Image: '….dkr.ecr.….amazonaws.com/…@sha256:…' } },
  },
  source: 'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  peers: { union: ['aws.sagemaker.image-untrusted'] },
  examples: {
    pass: [
      {
        PrimaryContainer: {
          Image:
            '111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn@sha256:0000000000000000000000000000000000000000000000000000000000000000',
        },
      },
    ],
    fail: [
      { PrimaryContainer: { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn:latest' } },
      { Containers: [{ Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn:2' }] },
    ],
    unknown: [{ PrimaryContainer: { Image: 3 } }],
  },
});
