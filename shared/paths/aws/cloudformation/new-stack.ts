import { role } from '#shared/assets/aws/iam.ts';
import { allOf, anyIn, oneOf, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const CLOUDFORMATION = 'cloudformation.amazonaws.com';
const STACK_SETS = anyIn('arn:aws:cloudformation:*:{account}:stackset/*');

export default technique(role, {
  title: 'Only who has what a role has can deploy a stack as it',
  gains: 'any resource that the role may create, identities among them',
  by: 'principal',
  needs: [
    passTo(CLOUDFORMATION),
    oneOf(
      permission('cloudformation:CreateStack', {
        on: anyIn('arn:aws:cloudformation:*:{account}:stack/*'),
      }),
      allOf(
        permission('cloudformation:CreateStackSet', { on: anyIn('*') }),
        permission('cloudformation:CreateStackInstances', { on: STACK_SETS }),
      ),
      permission('cloudformation:UpdateStackSet', { on: STACK_SETS }),
    ),
  ],
  applies: trusts(CLOUDFORMATION),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: [
    'pathfinding cloudformation-001',
    'pathfinding cloudformation-003',
    'pathfinding cloudformation-004',
  ],
  why: 'CloudFormation does what the template says with the role’s permissions. Roles for deployment are administrators more often than not.',
  fix: passRoleFix(CLOUDFORMATION),
  source:
    'Service Authorization Reference, AWS CloudFormation: CreateStack, CreateStackSet, CreateStackInstances, UpdateStackSet; pathfinding.cloud cloudformation-001, -003, -004',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
