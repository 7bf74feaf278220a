import type { TechniqueExamples } from '../../estate.ts';
import { GROUP, IDENTITY, INTERN, may, WORKSPACE, workspace } from '../assignments.ts';

const assign = 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action';

export default {
  target: WORKSPACE,
  by: INTERN,
  path: [workspace, may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/write'), may(GROUP, assign)],
  nearMiss: [
    workspace,
    may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/write'),
    may(IDENTITY, assign),
  ],
} satisfies TechniqueExamples;
