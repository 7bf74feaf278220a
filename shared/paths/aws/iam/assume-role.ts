import { role } from '#shared/assets/aws/iam.ts';
import { permission, technique } from '../../technique.ts';

export default technique(role, {
  title: 'Only who is meant to work as a role can assume it',
  gains: 'sessions of the role',
  by: 'principal',
  needs: [permission('sts:AssumeRole')],
  holds: 'control',
  actsAs: 'the target',
  severity: 'low',
  basis: 'documented',
  reference: ['pathfinding sts-001'],
  why: 'This is what roles are for. It is a step all the same: whoever gets hold of the one gets hold of the other.',
  fix: {
    console: 'In IAM, open “Trust relationships” of the role and name the principals that work as it.',
    cli: 'aws iam update-assume-role-policy --role-name … --policy-document file://trust.json',
    cloudformation: {
      AssumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::…:role/…' }, Action: 'sts:AssumeRole' },
        ],
      },
    },
  },
  source: 'Service Authorization Reference, AWS STS: AssumeRole; pathfinding.cloud sts-001',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
