import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { runsClusters, SERVERLESS } from './modes.ts';

export default check(databricksWorkspace, {
  title: 'Databricks workspaces encrypt their root storage twice',
  severity: 'low',
  applies: runsClusters,
  fails: field('properties.parameters.requireInfrastructureEncryption.value')
    .absentIs(
      false,
      'WorkspaceCustomParameters of @azure/arm-databricks: the second layer is there where it was asked for',
    )
    .isNot(true),
  why: 'One layer of encryption stands between a flaw in it and the notebooks’ results, libraries and model files in the workspace’s own storage.',
  fix: {
    console: 'Create the workspace anew with “Enable Infrastructure Encryption”: it cannot be added later.',
    cli: 'az databricks workspace create --name … --resource-group … --location … --sku premium --require-infrastructure-encryption true',
    bicep: 'properties: { parameters: { requireInfrastructureEncryption: { value: true } } }',
    terraform: 'infrastructure_encryption_enabled = true',
  },
  source: 'WorkspaceCustomParameters.requireInfrastructureEncryption of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'iso-42001': ['A.7.2'] },
  peers: {
    union: ['azure.databricks.dbfs-infra-encryption'],
    cloudsploit: ['workspaceDbfsInfraEncryption'],
  },
  examples: {
    pass: [{ properties: { parameters: { requireInfrastructureEncryption: { value: true } } } }],
    fail: [
      { properties: {} },
      {
        properties: {
          computeMode: 'Hybrid',
          parameters: { requireInfrastructureEncryption: { value: false } },
        },
      },
    ],
    unknown: [{ properties: { parameters: { requireInfrastructureEncryption: { value: 'yes' } } } }],
    notApplicable: [SERVERLESS],
  },
});
