import { onlineEndpoint } from '#shared/assets/azure/machine-learning.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(onlineEndpoint, {
  title: 'Only who is meant to can take the keys of an online endpoint',
  gains: 'a key to the models behind the endpoint',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/listKeys/action'),
      permission('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/regenerateKeys/action'),
    ),
  ],
  applies: field('properties.authMode').is('Key'),
  holds: 'use',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AZ-12'],
  why: 'The key asks the models in nobody’s name, until somebody regenerates it.',
  fix: {
    console: 'Recreate the endpoint with Microsoft Entra ID (aad_token) as its authentication.',
    cli: 'az ml online-endpoint create --name … --auth-mode aad_token --workspace-name … --resource-group …',
    bicep: "properties: { authMode: 'AADToken' }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; permissions of Microsoft.MachineLearningServices',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
