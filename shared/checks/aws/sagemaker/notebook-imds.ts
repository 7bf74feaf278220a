import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(notebookInstance, {
  title: 'SageMaker notebook instances accept only version 2 of the metadata service',
  severity: 'medium',
  fails: field('InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion')
    .absentIs(
      '1',
      'InstanceMetadataServiceConfiguration: if no value is selected, then it defaults to IMDSv1',
    )
    .is('1'),
  why: 'Version 1 answers any request that code in the notebook can be tricked into making, and hands out the credentials of the role.',
  fix: {
    console:
      'Stop the notebook instance, edit it, and choose “IMDS version 2” under “Additional configuration”.',
    cli: 'aws sagemaker update-notebook-instance --notebook-instance-name … --instance-metadata-service-configuration MinimumInstanceMetadataServiceVersion=2',
    cloudformation: { InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' } },
  },
  source: 'DescribeNotebookInstance response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0106'] },
  peers: { union: ['aws.sagemaker.notebook-imdsv1'], checkov: ['CKV_AWS_371'] },
  examples: {
    pass: [{ InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' } }],
    fail: [{ InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '1' } }, {}],
    unknown: [{ InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: 2 } }],
  },
});
