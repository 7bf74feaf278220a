import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(notebookInstance, {
  title: 'SageMaker notebook instances give users no root access',
  severity: 'high',
  fails: field('RootAccess')
    .absentIs('Enabled', 'CreateNotebookInstance: the default value is Enabled')
    .is('Enabled'),
  why: 'A user with root can change or switch off everything that watches the notebook, and read the credentials of its role at leisure.',
  fix: {
    console:
      'Stop the notebook instance, edit it, and disable root access under “Permissions and encryption”.',
    cli: 'aws sagemaker update-notebook-instance --notebook-instance-name … --root-access Disabled',
    cloudformation: { RootAccess: 'Disabled' },
  },
  source: 'DescribeNotebookInstance response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.3'], 'mitre-atlas': ['AML.T0105'] },
  peers: {
    union: ['aws.sagemaker.notebook-root-access'],
    prowler: ['sagemaker_notebook_instance_root_access_disabled'],
    checkov: ['CKV_AWS_307'],
    steampipe: ['sagemaker_notebook_instance_root_access_disabled'],
    'aws-security-hub': ['SageMaker.3'],
    'aws-samples': ['SM-09'],
  },
  examples: {
    pass: [{ RootAccess: 'Disabled' }],
    fail: [{ RootAccess: 'Enabled' }, {}],
    unknown: [{ RootAccess: 'Partly' }],
  },
});
