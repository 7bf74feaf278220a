import { labelingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';
import { jobState } from './job-state.ts';

export default check(labelingJob, {
  title: 'SageMaker automated labeling volumes are encrypted with a customer managed key',
  severity: 'medium',
  applies: field('LabelingJobAlgorithmsConfig').isPresent(),
  fails: lacksCustomerKey('LabelingJobAlgorithmsConfig.LabelingJobResourceConfig.VolumeKmsKeyId'),
  why: 'Automated labeling trains on your data: it lies on these volumes under a key whose policy you cannot write.',
  fix: {
    console: 'Start the next job by the API with a volume encryption key: the console cannot name one.',
    cli: 'aws sagemaker create-labeling-job --labeling-job-name … --labeling-job-algorithms-config LabelingJobResourceConfig={VolumeKmsKeyId=…},…',
    cloudformation: jobState('sagemaker:createLabelingJob.sync', {
      LabelingJobAlgorithmsConfig: { LabelingJobResourceConfig: { VolumeKmsKeyId: '…' } },
    }),
  },
  source: 'DescribeLabelingJob response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [{ LabelingJobAlgorithmsConfig: { LabelingJobResourceConfig: { VolumeKmsKeyId: '7d6c1f4e' } } }],
    fail: [{ LabelingJobAlgorithmsConfig: {} }],
    unknown: [{ LabelingJobAlgorithmsConfig: { LabelingJobResourceConfig: { VolumeKmsKeyId: 9 } } }],
    notApplicable: [{}],
  },
});
