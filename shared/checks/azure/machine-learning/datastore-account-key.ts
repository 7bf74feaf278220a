import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const opened = (credentialsType: string) => ({ properties: { credentials: { credentialsType } } });

export default check(datastore, {
  title: 'Datastores do not keep the key of a storage account',
  severity: 'high',
  fails: field('properties.credentials.credentialsType').is('AccountKey'),
  why: 'Data scientists may have the workspace list the key, which opens everything in the account and names nobody.',
  fix: {
    console:
      'Data › Datastores › the datastore › Update authentication: choose identity-based access, and rotate the key.',
    cli: 'az ml datastore create --file datastore.yml   # without credentials; then az storage account keys renew …',
    bicep: "properties: { credentials: { credentialsType: 'None' } }",
    terraform: 'service_data_auth_identity = "WorkspaceSystemAssignedIdentity"   # and no account_key',
  },
  source:
    'DatastoreCredentials.credentialsType of @azure/arm-machinelearning; https://learn.microsoft.com/azure/machine-learning/how-to-administrate-data-authentication',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0036'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['azure.ml.datastore-account-key'] },
  examples: {
    pass: [opened('None'), opened('ServicePrincipal')],
    fail: [opened('AccountKey')],
    unknown: [{}, { properties: {} }, opened('UnheardOf')],
  },
});
