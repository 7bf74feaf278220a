import { tuningJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { all, any, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { hasKeyedVolume } from './instances.ts';
import { jobState } from './job-state.ts';
import { someDefinition } from './tuning-definitions.ts';

export default check(tuningJob, {
  title: 'SageMaker tuning volumes are encrypted with a customer managed key',
  severity: 'medium',
  fails: someDefinition((definition) => {
    const resources = `${definition}ResourceConfig`;
    const tuned = `${definition}HyperParameterTuningResourceConfig`;
    return any(
      all(hasKeyedVolume(`${resources}.InstanceType`), lacksCustomerKey(`${resources}.VolumeKmsKeyId`)),
      all(
        any(
          hasKeyedVolume(`${tuned}.InstanceType`),
          some(`${tuned}.InstanceConfigs`, hasKeyedVolume('InstanceType'), {
            absentIsEmpty: 'HyperParameterTuningResourceConfig: InstanceConfigs is optional',
          }),
        ),
        lacksCustomerKey(`${tuned}.VolumeKmsKeyId`),
      ),
    );
  }),
  why: 'Every trial puts training data and checkpoints on volumes, under a key whose policy you cannot write.',
  fix: {
    console: 'Start the next tuning job with a volume encryption key under “Resource configuration”.',
    cli: 'aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name … --training-job-definition ResourceConfig={VolumeKmsKeyId=…,…},…',
    cloudformation: jobState('sagemaker:createHyperParameterTuningJob.sync', {
      TrainingJobDefinition: { ResourceConfig: { VolumeKmsKeyId: '…' } },
    }),
  },
  source: 'Search response, Results[].HyperParameterTuningJob, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: { union: ['aws.sagemaker.tuning-job-no-kms'], 'aws-samples': ['SM-19'] },
  examples: {
    pass: [
      {
        TrainingJobDefinition: {
          ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: '7d6c1f4e' },
        },
      },
    ],
    fail: [
      { TrainingJobDefinition: { ResourceConfig: { InstanceType: 'ml.m5.xlarge' } } },
      {
        TrainingJobDefinitions: [
          { HyperParameterTuningResourceConfig: { InstanceConfigs: [{ InstanceType: 'ml.c5.xlarge' }] } },
        ],
      },
    ],
    unknown: [
      { TrainingJobDefinition: { ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: 9 } } },
    ],
  },
});
