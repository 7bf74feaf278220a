import { space } from '#shared/assets/aws/sagemaker-studio.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(space, {
  title: 'Only who owns a Studio space can put a start script into it',
  gains: 'a script that runs when the space starts, as the role that it works with',
  by: 'principal',
  needs: [
    permission('sagemaker:CreateStudioLifecycleConfig', {
      on: anyIn('arn:aws:sagemaker:*:{account}:studio-lifecycle-config/*'),
    }),
    permission('sagemaker:UpdateSpace'),
  ],
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-03'],
  why: 'A space keeps its files and its start script for all who work in it: what one of them leaves there runs for the next.',
  fix: narrowed(
    'Allow sagemaker:UpdateSpace to the owner of a space, by the condition key sagemaker:OwnerUserProfileArn.',
    'sagemaker:UpdateSpace',
    'arn:aws:sagemaker:…:…:space/…',
  ),
  source:
    'UpdateSpaceRequest.SpaceSettings, @aws-sdk/client-sagemaker; HackTricks Cloud, SageMaker persistence',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
