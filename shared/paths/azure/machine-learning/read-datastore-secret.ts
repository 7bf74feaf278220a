import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(datastore, {
  title: 'Only who is meant to can read the secret of a datastore',
  gains: 'the key of the store that the data lies in',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/datastores/listsecrets/action')],
  applies: field('properties.credentials.credentialsType').isOneOf(
    'AccountKey',
    'Certificate',
    'Sas',
    'ServicePrincipal',
  ),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-05'],
  why: 'The key of the account opens everything in it to whoever holds it, past every role and past every log that names people.',
  fix: {
    console:
      'Recreate the datastore without credentials, so that data is read as whoever runs the job, and leave listsecrets to the identity of the workspace.',
    cli: 'az ml datastore create --file identity-based.yml --workspace-name … --resource-group …',
    bicep: "properties: { credentials: { credentialsType: 'None' } }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-administrate-data-authentication: Contributor, Azure AI Developer and AzureML Data Scientist list secrets',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
