import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { trusts } from '../trust.ts';

const PROJECTS = anyIn('arn:aws:codebuild:*:{account}:project/*');

/** Projects are not in the inventory: that one builds as the role is concluded from whom it trusts. */
export default technique(role, {
  title: 'Only who has what its role has can start a build',
  gains: 'commands of one’s own in a build that works as the role',
  by: 'principal',
  needs: [
    oneOf(
      permission('codebuild:StartBuild', { on: PROJECTS }),
      permission('codebuild:StartBuildBatch', { on: PROJECTS }),
    ),
  ],
  applies: trusts('codebuild.amazonaws.com'),
  holds: 'control',
  actsAs: 'the target',
  severity: 'medium',
  basis: 'inferred',
  reference: ['pathfinding codebuild-002', 'pathfinding codebuild-003'],
  why: 'Whoever starts a build may give it other commands than the project’s: starting is running.',
  fix: narrowed(
    'Allow codebuild:StartBuild to the pipeline alone, and to people through the pipeline.',
    ['codebuild:StartBuild', 'codebuild:StartBuildBatch'],
    'arn:aws:codebuild:…:…:project/…',
  ),
  source:
    'StartBuildInput.buildspecOverride; Service Authorization Reference, AWS CodeBuild: StartBuild, StartBuildBatch; pathfinding.cloud codebuild-002, codebuild-003',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
