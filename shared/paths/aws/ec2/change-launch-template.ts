import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { trusts } from '../trust.ts';

const TEMPLATES = anyIn('arn:aws:ec2:*:{account}:launch-template/*');

/** Launch templates are not in the inventory: that one of them names the role is concluded from whom it trusts. */
export default technique(role, {
  title: 'Only who looks after the machines of a role can change how they start',
  gains: 'a script of one’s own on the next machine that a launch template starts as the role',
  by: 'principal',
  needs: [
    permission('ec2:CreateLaunchTemplateVersion', { on: TEMPLATES }),
    permission('ec2:ModifyLaunchTemplate', { on: TEMPLATES }),
  ],
  applies: trusts('ec2.amazonaws.com'),
  holds: 'control',
  actsAs: 'the target',
  severity: 'medium',
  basis: 'inferred',
  reference: ['pathfinding ec2-004'],
  why: 'Groups that scale start their machines from the default version of the template, with the role that it names and the user data of whoever wrote it last.',
  fix: narrowed(
    'Allow ec2:ModifyLaunchTemplate and CreateLaunchTemplateVersion to the role that deploys the group alone.',
    ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    'arn:aws:ec2:…:…:launch-template/…',
  ),
  source:
    'Service Authorization Reference, Amazon EC2: CreateLaunchTemplateVersion, ModifyLaunchTemplate; pathfinding.cloud ec2-004',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
