import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { trusts } from '../trust.ts';

export default technique(role, {
  title: 'Only members of a Unified Studio project can work as its role',
  gains: 'the project’s role, by making oneself a member of the project',
  by: 'principal',
  needs: [
    permission('datazone:CreateUserProfile', { on: anyIn('*') }),
    permission('datazone:CreateProjectMembership', { on: anyIn('*') }),
  ],
  applies: trusts('datazone.amazonaws.com'),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-10'],
  why: 'Members of a project work with the role of the project, and who may add members may add themselves.',
  fix: narrowed(
    'Allow datazone:CreateUserProfile and CreateProjectMembership to the administrators of the domain alone.',
    ['datazone:CreateUserProfile', 'datazone:CreateProjectMembership'],
    '*',
  ),
  source:
    'Service Authorization Reference, Amazon DataZone: CreateUserProfile, CreateProjectMembership; HackTricks Cloud, SageMaker privilege escalation',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
