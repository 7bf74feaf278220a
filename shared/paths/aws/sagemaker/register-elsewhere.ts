import { userProfile } from '#shared/assets/aws/sagemaker-studio.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(userProfile, {
  title: 'Only who looks after a Studio profile can say to which account its Canvas registers models',
  gains: 'the models that the profile makes in Canvas, registered in an account of one’s own',
  by: 'principal',
  needs: [permission('sagemaker:UpdateUserProfile')],
  holds: 'read',
  severity: 'low',
  basis: 'documented',
  reference: ['AWS-SC-08'],
  why: 'The setting names a role of another account, under which Canvas then registers what is built with it.',
  fix: narrowed(
    'Allow sagemaker:UpdateUserProfile to the role that deploys the domain alone.',
    'sagemaker:UpdateUserProfile',
    'arn:aws:sagemaker:…:…:user-profile/…',
  ),
  source:
    'ModelRegisterSettings.CrossAccountModelRegisterRoleArn, @aws-sdk/client-sagemaker; HackTricks Cloud, SageMaker persistence',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
});
