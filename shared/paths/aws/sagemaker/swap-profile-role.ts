import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';
const PROFILES = anyIn('arn:aws:sagemaker:*:{account}:user-profile/*');

export default technique(role, {
  title: 'Only who has what a role has can give it to a Studio profile and open that',
  gains: 'a Studio session as the role',
  by: 'principal',
  needs: [
    passTo(SAGEMAKER),
    permission('sagemaker:UpdateUserProfile', { on: PROFILES }),
    permission('sagemaker:CreateApp', { on: anyIn('arn:aws:sagemaker:*:{account}:app/*') }),
    permission('sagemaker:CreatePresignedDomainUrl', { on: PROFILES }),
  ],
  applies: trusts(SAGEMAKER),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-PR-05'],
  why: 'A profile works as the role in its settings. Who may change them and open Studio as the profile works as any role that they may pass.',
  fix: passRoleFix(SAGEMAKER),
  source:
    'UpdateUserProfileRequest, @aws-sdk/client-sagemaker; HackTricks Cloud, SageMaker privilege escalation',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
