import { domain } from '#shared/assets/aws/sagemaker.ts';
import { userProfile } from '#shared/assets/aws/sagemaker-studio.ts';
import { field } from '#shared/model/predicate.ts';
import { allFacts, combination, config, relatedFrom, works } from '../../combination.ts';

export default combination(domain, {
  title: 'No Studio domain gives all profiles one role while somebody opens the sessions of others',
  severity: 'high',
  facts: [
    config(field('DefaultUserSettings.ExecutionRole').isPresent()),
    relatedFrom(
      'attached-to',
      userProfile,
      allFacts(config(field('UserSettings.ExecutionRole').isAbsent()), works('aws.sagemaker.open-profile')),
    ),
  ],
  why: 'With one role for all, nobody can say who did what, and a presigned address for any profile is the home folder and the role of everybody.',
  fix: {
    console:
      'Give each profile an execution role of its own, and allow CreatePresignedDomainUrl on the own profile only.',
    cli: 'aws sagemaker update-user-profile --domain-id … --user-profile-name … --user-settings ExecutionRole=…',
    cloudformation: { UserSettings: { ExecutionRole: 'arn:aws:iam::…:role/…' } },
  },
  source: 'UserSettings.ExecutionRole, @aws-sdk/client-sagemaker; technique aws.sagemaker.open-profile',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
