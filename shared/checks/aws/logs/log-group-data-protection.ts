import { logGroup } from '#shared/assets/aws/logs.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';

export default check(logGroup, {
  title: 'Log groups of AI mask sensitive data',
  severity: 'medium',
  // Only this class can have a policy.
  applies: field('logGroupClass')
    .absentIs('STANDARD', 'CreateLogGroupRequest.logGroupClass: if omitted, the default of STANDARD is used')
    .is('STANDARD'),
  fails: all(
    field('dataProtectionStatus')
      .absentIs(
        'DISABLED',
        'LogGroup.dataProtectionStatus: whether this log group has a protection policy, or had one',
      )
      .isNot('ACTIVATED'),
    not(
      field('inheritedProperties')
        .absentIs([], 'LogGroup: lists what the account sets for all of its log groups')
        .includes('ACCOUNT_DATA_PROTECTION'),
    ),
  ),
  why: 'People type names, card numbers and passwords into prompts; from the log everybody who debugs can read them.',
  fix: {
    console:
      'In CloudWatch, open the log group’s “Data protection” and create a policy that audits and masks.',
    cli: 'aws logs put-data-protection-policy --log-group-identifier … --policy-document file://mask.json',
    cloudformation: { DataProtectionPolicy: { Name: '…', Version: '2021-06-01', Statement: [] } },
  },
  source: 'DescribeLogGroups response, @aws-sdk/client-cloudwatch-logs',
  frameworks: { 'mitre-atlas': ['AML.T0085'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.logs.no-data-protection'],
    prowler: ['cloudwatch_log_group_data_protection_policy_configured'],
    'aws-samples': ['FS-43'],
  },
  examples: {
    pass: [
      { logGroupName: '/aws/bedrock/logs', dataProtectionStatus: 'ACTIVATED' },
      { logGroupName: '/aws/bedrock/logs', inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] },
    ],
    fail: [
      { logGroupName: '/aws/bedrock/logs' },
      { logGroupName: '/aws/bedrock/logs', dataProtectionStatus: 'DISABLED' },
      { logGroupName: '/aws/bedrock/logs', dataProtectionStatus: 'DELETED', inheritedProperties: [] },
    ],
    unknown: [{ logGroupName: '/aws/bedrock/logs', dataProtectionStatus: 'Perhaps' }],
    notApplicable: [{ logGroupName: '/aws/bedrock/logs', logGroupClass: 'INFREQUENT_ACCESS' }],
  },
});
