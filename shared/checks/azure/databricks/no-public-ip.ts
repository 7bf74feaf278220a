import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { runsClusters, SERVERLESS } from './modes.ts';

export default check(databricksWorkspace, {
  title: 'Nodes of Databricks clusters have no public address',
  severity: 'medium',
  applies: runsClusters,
  // The default was false before it was true: a workspace that does not say is of an age that nobody knows.
  fails: field('properties.parameters.enableNoPublicIp.value').isNot(true),
  why: 'A node with a public address can be reached from the internet as soon as one network rule is wrong, and sends data out past your firewall.',
  fix: {
    console: 'Networking: enable “Secure Cluster Connectivity (No Public IP)”, with all clusters stopped.',
    cli: 'az databricks workspace update --name … --resource-group … --enable-no-public-ip true',
    bicep: 'properties: { parameters: { enableNoPublicIp: { value: true } } }',
    terraform: 'custom_parameters { no_public_ip = true }',
  },
  source: 'WorkspaceCustomParameters.enableNoPublicIp of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0025'] },
  peers: { union: ['azure.databricks.no-secure-cluster'], cloudsploit: ['workspaceSecureCluster'] },
  examples: {
    pass: [{ properties: { parameters: { enableNoPublicIp: { value: true } } } }],
    fail: [{ properties: { parameters: { enableNoPublicIp: { value: false } } } }],
    unknown: [{ properties: {} }, { properties: { parameters: {} } }],
    notApplicable: [SERVERLESS],
  },
});
