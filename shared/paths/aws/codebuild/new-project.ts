import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const CODEBUILD = 'codebuild.amazonaws.com';
const PROJECTS = anyIn('arn:aws:codebuild:*:{account}:project/*');

export default technique(role, {
  title: 'Only who has what a role has can build as it',
  gains: 'commands of one’s own in a build that works as the role',
  by: 'principal',
  needs: [
    passTo(CODEBUILD),
    permission('codebuild:CreateProject', { on: PROJECTS }),
    oneOf(
      permission('codebuild:StartBuild', { on: PROJECTS }),
      permission('codebuild:StartBuildBatch', { on: PROJECTS }),
    ),
  ],
  applies: trusts(CODEBUILD),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding codebuild-001', 'pathfinding codebuild-004'],
  why: 'A build runs the commands in its project, with the credentials of the role that the project names.',
  fix: passRoleFix(CODEBUILD),
  source:
    'Service Authorization Reference, AWS CodeBuild: CreateProject, StartBuild, StartBuildBatch; pathfinding.cloud codebuild-001, codebuild-004',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
