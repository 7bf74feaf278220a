import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { all, any, field, not, type Predicate, some } from '#shared/model/predicate.ts';

const $governance = { approvedImages: ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/approved/*'] };

const isNotApproved = (path: string): Predicate =>
  all(field(path).isPresent(), not(field(path).fitsOneOf(parameter('approvedImages'))));

export default check(model, {
  title: 'SageMaker models run approved images',
  severity: 'high',
  fails: any(
    isNotApproved('PrimaryContainer.Image'),
    some('Containers', isNotApproved('Image'), {
      absentIsEmpty: 'Model: either PrimaryContainer or Containers',
    }),
  ),
  why: 'What nobody has approved nobody has looked at: the image runs next to your requests, with the role of the model.',
  fix: {
    console: 'Recreate the model with an approved image, or have this one reviewed and add it to the config.',
    cli: 'aws sagemaker create-model --model-name … --primary-container Image=…',
    cloudformation: { PrimaryContainer: { Image: '….dkr.ecr.….amazonaws.com/approved/…@sha256:…' } },
  },
  source: 'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  peers: { union: ['aws.sagemaker.image-untrusted'] },
  examples: {
    pass: [
      {
        $config: {
          PrimaryContainer: { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/approved/churn:1' },
        },
        $governance,
      },
    ],
    fail: [
      {
        $config: { PrimaryContainer: { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/mine:1' } },
        $governance,
      },
      { $config: { Containers: [{ Image: 'somebody/churn:1' }] }, $governance },
    ],
    unknown: [{ $config: { PrimaryContainer: { Image: 3 } }, $governance }],
    notApplicable: [{ PrimaryContainer: { Image: 'somebody/churn:1' } }],
  },
});
