import { domain } from '#shared/assets/aws/sagemaker.ts';
import { userProfile } from '#shared/assets/aws/sagemaker-studio.ts';
import { field, related } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(userProfile, {
  title: 'Only its owner can open Studio as a profile',
  gains: 'a Studio session as the profile: its role, its applications and its files',
  by: 'principal',
  needs: [permission('sagemaker:CreatePresignedDomainUrl')],
  // Where people sign in by IAM Identity Center, no such address is made for them.
  applies: related('attached-to', domain, field('AuthMode').is('IAM')),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-04', 'AWS-EX-05'],
  why: 'The address that the permission makes is a signed-in session. A policy on all profiles lets everybody work as everybody.',
  fix: narrowed(
    'Allow sagemaker:CreatePresignedDomainUrl on the person’s own profile only, by its ARN or by the tag that names its owner.',
    'sagemaker:CreatePresignedDomainUrl',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM
    'arn:aws:sagemaker:*:*:user-profile/*/${aws:username}',
  ),
  source:
    'Service Authorization Reference, Amazon SageMaker AI: CreatePresignedDomainUrl; HackTricks Cloud, SageMaker privilege escalation',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
