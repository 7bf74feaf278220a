import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, STAGING, WORKSPACE, workspace } from '../assignments.ts';

export default {
  target: WORKSPACE,
  by: INTERN,
  path: [workspace, may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/data/versions/write')],
  nearMiss: [workspace, may(STAGING, 'Microsoft.MachineLearningServices/workspaces/data/versions/write')],
} satisfies TechniqueExamples;
