import { inferenceExperiment } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

/** Of an experiment that is over nothing runs any more, and no volume is left. */
export default check(inferenceExperiment, {
  title: 'The volumes of SageMaker inference experiments are encrypted with a customer managed key',
  severity: 'medium',
  applies: field('Status').isNoneOf('Completed', 'Cancelled'),
  fails: lacksCustomerKey('KmsKey'),
  why: 'The models that are compared lie on the volumes of the endpoint, under a key whose policy you cannot write.',
  fix: {
    console: 'Create the experiment anew with an encryption key for its instances.',
    cli: 'aws sagemaker create-inference-experiment --name … --kms-key …',
    cloudformation: { KmsKey: '…' },
  },
  source: 'DescribeInferenceExperiment response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.23'] },
  peers: {
    union: ['aws.sagemaker.inference-experiment-storage-no-kms'],
    'aws-security-hub': ['SageMaker.23'],
    'aws-samples': ['SM-37'],
  },
  examples: {
    pass: [{ Status: 'Running', KmsKey: '7d6c1f4e' }],
    fail: [{ Status: 'Running' }, { Status: 'Created', KmsKey: 'alias/aws/ebs' }],
    unknown: [{ Status: 'Running', KmsKey: 9 }],
    notApplicable: [{ Status: 'Completed' }, { Status: 'Cancelled', KmsKey: 'alias/aws/ebs' }],
  },
});
