import { batchEndpoint } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(batchEndpoint, {
  title: 'Only who is meant to can take the keys of a batch endpoint',
  gains: 'a key that starts batch jobs of the endpoint',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/batchEndpoints/listKeys/action')],
  applies: field('properties.authMode').is('Key'),
  holds: 'use',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AZ-12'],
  why: 'The key starts jobs on data of the caller’s choice in nobody’s name, until somebody regenerates it.',
  fix: {
    console: 'Recreate the endpoint with Microsoft Entra ID (aad_token) as its authentication.',
    cli: 'az ml batch-endpoint create --name … --auth-mode aad_token --workspace-name … --resource-group …',
    bicep: "properties: { authMode: 'AADToken' }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; permissions of Microsoft.MachineLearningServices',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
