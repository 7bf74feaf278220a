import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const LAMBDA = 'lambda.amazonaws.com';
const FUNCTIONS = anyIn('arn:aws:lambda:*:{account}:function:*');

export default technique(role, {
  title: 'Only who has what a role has can create a function that works as it',
  gains: 'code of one’s own that runs as the role',
  by: 'principal',
  needs: [
    passTo(LAMBDA),
    permission('lambda:CreateFunction', { on: FUNCTIONS }),
    oneOf(
      permission('lambda:InvokeFunction', { on: FUNCTIONS }),
      permission('lambda:AddPermission', { on: FUNCTIONS }),
      permission('lambda:CreateEventSourceMapping', { on: anyIn('*') }),
    ),
  ],
  applies: trusts(LAMBDA),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-PR-12', 'pathfinding lambda-001', 'pathfinding lambda-002', 'pathfinding lambda-006'],
  why: 'The function runs when it is called, when an event comes, or when somebody else is let call it: an agent, to which it is one tool more.',
  fix: passRoleFix(LAMBDA),
  source:
    'Service Authorization Reference, AWS Lambda: CreateFunction, InvokeFunction, AddPermission, CreateEventSourceMapping; pathfinding.cloud lambda-001, lambda-002, lambda-006',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
