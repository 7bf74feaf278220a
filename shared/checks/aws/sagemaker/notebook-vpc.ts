import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(notebookInstance, {
  title: 'SageMaker notebook instances are in a VPC of yours',
  severity: 'high',
  fails: field('SubnetId').isEmpty(),
  why: 'Without a subnet the notebook lives in a VPC that SageMaker owns: none of your security groups, endpoints or flow logs see what it does.',
  fix: {
    console: 'Recreate the notebook instance and choose a VPC, a subnet and security groups under “Network”.',
    cli: 'aws sagemaker create-notebook-instance --notebook-instance-name … --subnet-id … --security-group-ids …',
    cloudformation: { SubnetId: 'subnet-…', SecurityGroupIds: ['sg-…'] },
  },
  source: 'DescribeNotebookInstance response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.2'], 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.notebook-no-vpc'],
    prowler: ['sagemaker_notebook_instance_vpc_settings_configured'],
    cloudsploit: ['notebookInstanceInVpc'],
    checkov: ['CKV_AWS_306'],
    steampipe: ['sagemaker_notebook_instance_in_vpc'],
    'aws-security-hub': ['SageMaker.2'],
    'aws-samples': ['SM-10'],
  },
  examples: {
    pass: [{ SubnetId: 'subnet-0b1c2d3e' }],
    fail: [{}, { SubnetId: '' }],
    unknown: [{ SubnetId: 7 }],
  },
});
