import type { TechniqueExamples } from '../../estate.ts';
import { GROUP, INTERN, may, WORKSPACE, workspace } from '../assignments.ts';

const estate = (group: string) => [
  workspace,
  may(
    WORKSPACE,
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/write',
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/write',
  ),
  may(group, 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action'),
];

export default {
  target: WORKSPACE,
  by: INTERN,
  path: estate(GROUP),
  nearMiss: estate(`${GROUP}-staging`),
} satisfies TechniqueExamples;
