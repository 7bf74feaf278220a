import { role } from '#shared/assets/aws/iam.ts';
import { allOf, anyIn, oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { trusts } from '../trust.ts';

const STACKS = anyIn('arn:aws:cloudformation:*:{account}:stack/*');

/** Stacks are not in the inventory: that one is deployed as the role is concluded from whom it trusts. */
export default technique(role, {
  title: 'Only who deploys a stack can change it',
  gains: 'any resource that the role of the stack may create',
  by: 'principal',
  needs: [
    oneOf(
      permission('cloudformation:UpdateStack', { on: STACKS }),
      allOf(
        permission('cloudformation:CreateChangeSet', { on: STACKS }),
        permission('cloudformation:ExecuteChangeSet', { on: STACKS }),
      ),
    ),
  ],
  applies: trusts('cloudformation.amazonaws.com'),
  holds: 'control',
  actsAs: 'the target',
  severity: 'medium',
  basis: 'inferred',
  reference: ['pathfinding cloudformation-002', 'pathfinding cloudformation-005'],
  why: 'A stack keeps the role that it was created with, and uses it for whoever updates the stack: nobody has to pass it again.',
  fix: narrowed(
    'Allow cloudformation:UpdateStack, CreateChangeSet and ExecuteChangeSet on the stacks of each team only.',
    ['cloudformation:UpdateStack', 'cloudformation:*ChangeSet'],
    'arn:aws:cloudformation:…:…:stack/team-*/*',
  ),
  source:
    'Service Authorization Reference, AWS CloudFormation: UpdateStack, CreateChangeSet, ExecuteChangeSet; pathfinding.cloud cloudformation-002, -005',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
