import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const reachedAs = (serviceDataAccessAuthIdentity: string) => ({
  properties: { serviceDataAccessAuthIdentity },
});

export default check(datastore, {
  title: 'Services of the workspace reach datastores with its identity',
  severity: 'informational',
  byDefault: 'off',
  applies: field('properties.serviceDataAccessAuthIdentity').isPresent(),
  fails: field('properties.serviceDataAccessAuthIdentity').is('None'),
  why: 'Previews and profiles of the studio need the secret of the datastore as long as the workspace has no part in the data.',
  fix: {
    console:
      'Data › Datastores › the datastore › Update authentication: let the managed identity of the workspace preview and profile.',
    cli: 'az rest --method patch --url <datastore id>?api-version=2025-12-01 --body \'{"properties":{"serviceDataAccessAuthIdentity":"WorkspaceSystemAssignedIdentity"}}\'',
    bicep: "properties: { serviceDataAccessAuthIdentity: 'WorkspaceSystemAssignedIdentity' }",
    terraform: 'service_data_auth_identity = "WorkspaceSystemAssignedIdentity"',
  },
  source: 'serviceDataAccessAuthIdentity of AzureBlobDatastore and others, @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
  examples: {
    pass: [reachedAs('WorkspaceSystemAssignedIdentity'), reachedAs('WorkspaceUserAssignedIdentity')],
    fail: [reachedAs('None')],
    unknown: [reachedAs('UnheardOf')],
    notApplicable: [{ properties: {} }],
  },
});
