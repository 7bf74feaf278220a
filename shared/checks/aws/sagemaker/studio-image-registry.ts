import { image } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';
import { someImageFromElsewhere } from '../image-registries.ts';

const $governance = { approvedRegistries: ['111122223333.dkr.ecr.eu-west-1.amazonaws.com'] };

export default check(image, {
  title: 'Images for SageMaker Studio come from approved registries',
  severity: 'high',
  applies: field('LatestVersion.BaseImage').isPresent(),
  fails: someImageFromElsewhere({
    reads: ['LatestVersion'],
    of: ({ LatestVersion }) => {
      const base = isObject(LatestVersion) ? LatestVersion['BaseImage'] : undefined;
      return typeof base === 'string' ? [['LatestVersion.BaseImage', base]] : [];
    },
  }),
  why: 'The image runs in the session of whoever opens an application with it, with the role and the files of that user.',
  fix: {
    console:
      'Copy the image to a registry of yours, scan it, and create a version of the SageMaker image from there.',
    cli: 'aws sagemaker create-image-version --image-name … --base-image ….dkr.ecr.….amazonaws.com/…@sha256:…',
    cloudformation: { BaseImage: '….dkr.ecr.….amazonaws.com/…@sha256:…' },
  },
  source: 'DescribeImageVersion response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'] },
  peers: { union: ['aws.sagemaker.image-untrusted'] },
  examples: {
    pass: [
      {
        $config: { LatestVersion: { BaseImage: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/studio:1' } },
        $governance,
      },
    ],
    fail: [{ $config: { LatestVersion: { BaseImage: 'docker.io/somebody/studio:latest' } }, $governance }],
    unknown: [{ $config: { LatestVersion: { BaseImage: 3 } }, $governance }],
    notApplicable: [
      { $config: {}, $governance },
      { LatestVersion: { BaseImage: 'docker.io/somebody/studio:latest' } },
    ],
  },
});
