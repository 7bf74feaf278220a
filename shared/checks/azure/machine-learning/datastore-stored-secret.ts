import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const opened = (credentialsType: string) => ({ properties: { credentials: { credentialsType } } });

export default check(datastore, {
  title: 'Datastores open data by identity, not with a kept secret',
  severity: 'medium',
  fails: field('properties.credentials.credentialsType').isOneOf('Sas', 'ServicePrincipal', 'Certificate'),
  why: 'Data scientists may have the workspace list the secret, and go on using it after they have left.',
  fix: {
    console:
      'Data › Datastores › the datastore › Update authentication: choose identity-based access, and revoke the secret.',
    cli: 'az ml datastore create --file datastore.yml   # without credentials',
    bicep: "properties: { credentials: { credentialsType: 'None' } }",
    terraform:
      'service_data_auth_identity = "WorkspaceSystemAssignedIdentity"   # and no shared_access_signature',
  },
  source:
    'DatastoreCredentials.credentialsType of @azure/arm-machinelearning; https://learn.microsoft.com/azure/machine-learning/how-to-administrate-data-authentication',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0036'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['azure.ml.datastore-account-key'] },
  examples: {
    // The key of an account is the finding of datastore-account-key.
    pass: [opened('None'), opened('AccountKey')],
    fail: [opened('Sas'), opened('ServicePrincipal'), opened('Certificate')],
    unknown: [{}, { properties: {} }, opened('UnheardOf')],
  },
});
