import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';
const PROFILES = anyIn('arn:aws:sagemaker:*:{account}:user-profile/*');

export default technique(role, {
  title: 'Only who has what a role has can make it the default of a Studio domain',
  gains: 'a Studio session as the role, in a profile without a role of its own',
  by: 'principal',
  needs: [
    passTo(SAGEMAKER),
    permission('sagemaker:UpdateDomain', { on: anyIn('arn:aws:sagemaker:*:{account}:domain/*') }),
    permission('sagemaker:CreateUserProfile', { on: PROFILES }),
    permission('sagemaker:CreateApp', { on: anyIn('arn:aws:sagemaker:*:{account}:app/*') }),
    permission('sagemaker:CreatePresignedDomainUrl', { on: PROFILES }),
  ],
  applies: trusts(SAGEMAKER),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-PR-06'],
  why: 'Profiles that name no role work as the default one of their domain: another default, and a new profile is a session as it.',
  fix: passRoleFix(SAGEMAKER),
  source:
    'UpdateDomainRequest.DefaultUserSettings, @aws-sdk/client-sagemaker; HackTricks Cloud, SageMaker privilege escalation',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
