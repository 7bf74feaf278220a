import { partnerApp } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(partnerApp, {
  title: 'SageMaker partner applications tell their users apart',
  severity: 'low',
  fails: field('EnableIamSessionBasedIdentity')
    .absentIs(
      false,
      'CreatePartnerApp: when EnableIamSessionBasedIdentity is true, the session name becomes the identity of the user',
    )
    .is(false),
  why: 'Users that come with one role are one user to the application: it cannot say who looked at what or who changed it.',
  fix: {
    console: 'There is no setting in the console: use the command line.',
    cli: 'aws sagemaker update-partner-app --arn … --enable-iam-session-based-identity',
    cloudformation: { EnableIamSessionBasedIdentity: true },
  },
  source: 'DescribePartnerApp response, @aws-sdk/client-sagemaker',
  frameworks: { 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [{ EnableIamSessionBasedIdentity: true }],
    fail: [{ EnableIamSessionBasedIdentity: false }, {}],
    unknown: [{ EnableIamSessionBasedIdentity: 'yes' }],
  },
});
