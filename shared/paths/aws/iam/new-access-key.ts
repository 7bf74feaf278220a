import { user } from '#shared/assets/aws/iam.ts';
import { permission, technique } from '../../technique.ts';

export default technique(user, {
  title: 'Only its owner can make an access key of a user',
  gains: 'a key of the user, which lasts until somebody deletes it',
  by: 'principal',
  needs: [permission('iam:CreateAccessKey')],
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: [
    'AWS-EX-17',
    'pathfinding iam-002',
    'pathfinding iam-003',
    'pathfinding iam-015',
    'pathfinding iam-018',
  ],
  why: 'A user has two keys at most. Who may delete one as well makes room for their own where there is none.',
  fix: {
    console: 'Allow iam:CreateAccessKey on the person’s own user only.',
    cli: 'aws iam put-group-policy --group-name … --policy-name own-keys --policy-document file://own-keys.json',
    cloudformation: {
      Effect: 'Allow',
      Action: 'iam:CreateAccessKey',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM
      Resource: 'arn:aws:iam::*:user/${aws:username}',
    },
  },
  source: 'Service Authorization Reference, AWS IAM: CreateAccessKey; pathfinding.cloud iam-002',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
