import { mlConnection } from '#shared/assets/azure/machine-learning-access.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(mlConnection, {
  title: 'Only who is meant to can read the secret of a connection',
  gains: 'the key that the connection holds for another service',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/connections/listsecrets/action')],
  applies: field('properties.authType').isOneOf(
    'AccessKey',
    'AccountKey',
    'ApiKey',
    'CustomKeys',
    'OAuth2',
    'PAT',
    'SAS',
    'ServicePrincipal',
    'UsernamePassword',
  ),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-05'],
  why: 'The key opens the model, index, store or other cloud behind the connection without any trace of who used it.',
  fix: {
    console:
      'Change the connection to Microsoft Entra ID or a managed identity, and leave listsecrets to the identity of the workspace.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-administrate-data-authentication; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
