import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(notebookInstance, {
  title: 'SageMaker notebook instances do not run on a platform that has ended',
  severity: 'medium',
  fails: field('PlatformIdentifier').isOneOf('notebook-al1-v1', 'notebook-al2-v1', 'notebook-al2-v2'),
  why: 'Platforms that have ended get no security updates, neither of Amazon Linux nor of Jupyter.',
  fix: {
    console:
      'Recreate the notebook instance with the newest “Platform identifier”; save what is on its volume first.',
    cli: 'aws sagemaker create-notebook-instance --notebook-instance-name … --platform-identifier notebook-al2023-v1',
    cloudformation: { PlatformIdentifier: 'notebook-al2023-v1' },
  },
  source: 'DescribeNotebookInstance response, @aws-sdk/client-sagemaker; Security Hub control SageMaker.8',
  frameworks: { 'aws-security-hub': ['SageMaker.8'] },
  peers: {
    union: ['aws.sagemaker.notebook-platform-unsupported'],
    steampipe: ['sagemaker_notebook_instance_supported_platform_version'],
    'aws-security-hub': ['SageMaker.8'],
    'aws-samples': ['SM-28'],
  },
  examples: {
    pass: [{ PlatformIdentifier: 'notebook-al2023-v1' }, { PlatformIdentifier: 'notebook-al2-v3' }],
    fail: [{ PlatformIdentifier: 'notebook-al1-v1' }, { PlatformIdentifier: 'notebook-al2-v2' }],
    unknown: [{}],
  },
});
