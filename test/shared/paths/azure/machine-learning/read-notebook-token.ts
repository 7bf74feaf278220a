import type { TechniqueExamples } from '../../estate.ts';
import { assigned, GROUP, INTERN, WORKSPACE, workspace } from '../assignments.ts';

const estate = (notActions: string[]) => [
  workspace,
  assigned(INTERN, GROUP, { actions: ['*/read'], notActions }),
];

export default {
  target: WORKSPACE,
  by: INTERN,
  path: estate([]),
  nearMiss: estate([
    'Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read',
    'Microsoft.MachineLearningServices/workspaces/listNotebookKeys/read',
    'Microsoft.MachineLearningServices/workspaces/metadata/secrets/read',
  ]),
} satisfies TechniqueExamples;
