import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { type ImageAt, someImageFromElsewhere } from '../image-registries.ts';

const OURS = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const $governance = { approvedRegistries: [OURS] };

const imageIn = (container: Json | undefined, path: string): ImageAt[] =>
  isObject(container) && typeof container['Image'] === 'string'
    ? [[`${path}.Image`, container['Image']]]
    : [];

export default check(model, {
  title: 'SageMaker models run images from approved registries',
  severity: 'high',
  applies: any(
    field('PrimaryContainer.Image').isPresent(),
    some('Containers', field('Image').isPresent(), {
      absentIsEmpty: 'Model: either PrimaryContainer or Containers',
    }),
  ),
  fails: someImageFromElsewhere({
    reads: ['PrimaryContainer', 'Containers'],
    of: ({ PrimaryContainer, Containers }) => [
      ...imageIn(PrimaryContainer, 'PrimaryContainer'),
      ...(Array.isArray(Containers) ? Containers : []).flatMap((container, index) =>
        imageIn(container, `Containers[${index}]`),
      ),
    ],
  }),
  why: 'Whoever owns the registry decides what runs next to your requests, with the role of the model, and can change it at any time.',
  fix: {
    console:
      'Copy the image to a registry of yours, scan it, and recreate the model and its endpoints with that address.',
    cli: 'aws sagemaker create-model --model-name … --primary-container Image=….dkr.ecr.….amazonaws.com/…@sha256:…',
    cloudformation: { PrimaryContainer: { Image: '….dkr.ecr.….amazonaws.com/…@sha256:…' } },
  },
  source: 'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  peers: { union: ['aws.sagemaker.image-untrusted'] },
  examples: {
    pass: [
      { $config: { PrimaryContainer: { Image: `${OURS}/churn:1` } }, $governance },
      {
        $config: { PrimaryContainer: { Image: `${OURS}/approved/churn:1` } },
        $governance: { approvedRegistries: ['*.dkr.ecr.eu-*.amazonaws.com/approved'] },
      },
    ],
    fail: [
      { $config: { PrimaryContainer: { Image: 'somebody/churn:1' } }, $governance },
      {
        $config: { PrimaryContainer: { Image: `evil.example.com/${OURS}/churn:1` } },
        $governance,
      },
      {
        $config: { Containers: [{ Image: `${OURS}/pre:1` }, { Image: 'ghcr.io/somebody/churn:1' }] },
        $governance,
      },
    ],
    unknown: [{ $config: { PrimaryContainer: { Image: 3 } }, $governance }],
    notApplicable: [
      { PrimaryContainer: { Image: 'somebody/churn:1' } },
      { $config: { PrimaryContainer: {} }, $governance },
    ],
  },
});
