import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { resourceGroup } from '../../arm-ids.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Only who is meant to can attach managed identities to an Azure Machine Learning workspace',
  gains: 'the workspace, and with it the power of an identity of the group that it is given',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.MachineLearningServices/workspaces/write'),
      permission('Microsoft.MachineLearningServices/workspaces/hubs/write'),
    ),
    permission('Microsoft.ManagedIdentity/userAssignedIdentities/assign/action', { on: resourceGroup }),
  ],
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-01'],
  why: 'Who changes the workspace and may assign identities gives it one that is stronger than their own, and runs code as that identity in the next job or deployment.',
  fix: {
    console:
      'Grant “Managed Identity Operator” on single identities, and not on the resource group or subscription of the workspace.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/permissions/identity#microsoftmanagedidentity: userAssignedIdentities/assign/action; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
