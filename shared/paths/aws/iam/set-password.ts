import { user } from '#shared/assets/aws/iam.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(user, {
  title: 'Only its owner can set the password of a user',
  gains: 'the console as the user',
  by: 'principal',
  needs: [oneOf(permission('iam:CreateLoginProfile'), permission('iam:UpdateLoginProfile'))],
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding iam-004', 'pathfinding iam-006'],
  why: 'A password that one has set is a way in, save where the user’s permissions ask for a second factor.',
  fix: {
    console:
      'Let people change their own password by iam:ChangePassword, and allow the two actions to the administrators of identities alone.',
    cli: 'aws iam put-group-policy --group-name … --policy-name own-password --policy-document file://own-password.json',
    cloudformation: {
      Effect: 'Allow',
      Action: 'iam:ChangePassword',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM
      Resource: 'arn:aws:iam::*:user/${aws:username}',
    },
  },
  source:
    'Service Authorization Reference, AWS IAM: CreateLoginProfile, UpdateLoginProfile; pathfinding.cloud iam-004, iam-006',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
