import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { resourceGroup } from '../../arm-ids.ts';
import { permission, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Only who is meant to can create endpoints that run as an identity of their choice',
  gains: 'code in the workspace, as any identity of its resource group',
  by: 'principal',
  needs: [
    permission('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/write'),
    permission('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/write'),
    permission('Microsoft.ManagedIdentity/userAssignedIdentities/assign/action', { on: resourceGroup }),
  ],
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-02'],
  why: 'A new endpoint takes the identity that its author picks, and the scoring script of its deployment fetches tokens of that identity.',
  fix: {
    console:
      'Grant “Managed Identity Operator” on single identities, and not on the resource group or subscription of the workspace.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
