import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Readers of a workspace get no tokens of its notebooks',
  gains: 'tokens and secrets of notebooks, by operations that count as reading',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read'),
      permission('Microsoft.MachineLearningServices/workspaces/listNotebookKeys/read'),
      permission('Microsoft.MachineLearningServices/workspaces/metadata/secrets/read'),
    ),
  ],
  holds: 'read',
  severity: 'low',
  basis: 'inferred',
  reference: ['AZ-13'],
  why: 'Roles with */read, Reader and the monitoring roles for some, cover operations that give out tokens, for these are called read too.',
  fix: {
    console:
      'Give people custom roles that leave these operations out in place of Reader, on the workspace and above it.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "permissions: [{ actions: ['Microsoft.MachineLearningServices/workspaces/*/read'], notActions: ['Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read', 'Microsoft.MachineLearningServices/workspaces/listNotebookKeys/read', 'Microsoft.MachineLearningServices/workspaces/metadata/secrets/read'] }]",
  },
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/permissions/ai-machine-learning: listNotebookAccessToken/read, listNotebookKeys/read, metadata/secrets/read',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
