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
  peers: { union: ['aws.sagemaker.notebook-direct-internet'] },
  examples: {
    pass: [{ DirectInternetAccess: 'Disabled' }],
    fail: [{ DirectInternetAccess: 'Enabled' }],
    unknown: [{}, { DirectInternetAccess: 'Sometimes' }],
  },
});
