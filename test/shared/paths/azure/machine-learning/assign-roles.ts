import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, STAGING, WORKSPACE, workspace } from '../assignments.ts';

export default {
  target: WORKSPACE,
  by: INTERN,
  path: [workspace, may(WORKSPACE, 'Microsoft.Authorization/roleAssignments/write')],
  nearMiss: [workspace, may(STAGING, 'Microsoft.Authorization/roleAssignments/write')],
} satisfies TechniqueExamples;
