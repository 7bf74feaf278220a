import { space } from '#shared/assets/aws/sagemaker-studio.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(space, {
  title: 'Only its owner can connect to a Studio space from outside of it',
  gains: 'a session in the space, with the role that it works with',
  by: 'principal',
  needs: [permission('sagemaker:StartSession')],
  applies: field('SpaceSettings.RemoteAccess').is('ENABLED'),
  holds: 'control',
  severity: 'high',
  basis: 'inferred',
  reference: ['AWS-EX-07'],
  why: 'The session is a shell beside the owner’s: their files, and the credentials of the role.',
  fix: {
    console:
      'In the space, switch remote access off, or allow sagemaker:StartSession on the owner’s spaces only.',
    cli: 'aws sagemaker update-space --domain-id … --space-name … --space-settings RemoteAccess=DISABLED',
    cloudformation: { SpaceSettings: { RemoteAccess: 'DISABLED' } },
  },
  source:
    'Service Authorization Reference, Amazon SageMaker AI: StartSession; SpaceSettings.RemoteAccess, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
