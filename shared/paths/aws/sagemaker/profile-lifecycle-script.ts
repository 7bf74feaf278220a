import { userProfile } from '#shared/assets/aws/sagemaker-studio.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(userProfile, {
  title: 'Only who looks after a Studio profile can put a start script into its sessions',
  gains: 'a script in every new session of the profile, as its role',
  by: 'principal',
  needs: [
    permission('sagemaker:CreateStudioLifecycleConfig', {
      on: anyIn('arn:aws:sagemaker:*:{account}:studio-lifecycle-config/*'),
    }),
    permission('sagemaker:UpdateUserProfile'),
  ],
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-03'],
  why: 'Whoever changes the profile of another runs a script as them the next time that they open Studio.',
  fix: narrowed(
    'Allow sagemaker:UpdateUserProfile to the role that deploys the domain alone.',
    'sagemaker:UpdateUserProfile',
    'arn:aws:sagemaker:…:…:user-profile/…',
  ),
  source:
    'UpdateUserProfileRequest.UserSettings.JupyterLabAppSettings.LifecycleConfigArns, @aws-sdk/client-sagemaker; HackTricks Cloud, SageMaker persistence',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
