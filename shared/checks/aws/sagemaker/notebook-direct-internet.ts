import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(notebookInstance, {
  title: 'SageMaker notebook instances have no direct internet access',
  severity: 'high',
  fails: field('DirectInternetAccess').is('Enabled'),
  why: 'Code in the notebook can send data to any host, past the VPC where you would see it.',
  fix: {
    console:
      'Recreate the notebook instance with “Direct internet access” disabled, in a subnet with the VPC endpoints that it needs.',
    cli: 'aws sagemaker create-notebook-instance --notebook-instance-name … --direct-internet-access Disabled --subnet-id … --security-group-ids …',
    cloudformation: { DirectInternetAccess: 'Disabled', SubnetId: 'subnet-…' },
  },
  source: 'DescribeNotebookInstance response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.1'], 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.notebook-direct-internet'],
    prowler: ['sagemaker_notebook_instance_without_direct_internet_access_configured'],
    cloudsploit: ['notebookDirectInternetAccess'],
    checkov: ['CKV_AWS_122'],
    steampipe: ['sagemaker_notebook_instance_direct_internet_access_disabled'],
    kics: ['cfn: SageMaker Enabling Internet Access', 'tf #7390'],
    'aws-config': [
      'sagemaker_notebook_no_direct_internet_access.guard',
      'SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS',
    ],
    'aws-security-hub': ['SageMaker.1'],
    'aws-samples': ['SM-01'],
  },
  examples: {
    pass: [{ DirectInternetAccess: 'Disabled' }],
    fail: [{ DirectInternetAccess: 'Enabled' }],
    unknown: [{}, { DirectInternetAccess: 'Sometimes' }],
  },
});
