import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, WORKSPACE, workspace } from '../assignments.ts';

export default {
  target: WORKSPACE,
  by: INTERN,
  path: [
    workspace,
    may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/listStorageAccountKeys/action'),
  ],
  nearMiss: [workspace, may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/read')],
} satisfies TechniqueExamples;
