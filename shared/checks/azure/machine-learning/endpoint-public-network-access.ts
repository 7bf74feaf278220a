import { onlineEndpoint } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(onlineEndpoint, {
  title: 'Online endpoints are not reachable from the internet',
  severity: 'high',
  fails: field('properties.publicNetworkAccess')
    .absentIs(
      'Enabled',
      'OnlineEndpointProperties of @azure/arm-machinelearning: default of the specification',
    )
    .isNot('Disabled'),
  why: 'Anybody can try keys and crafted inputs against the model, and copy it answer by answer.',
  fix: {
    console:
      'Endpoints › the endpoint › Networking: disable public network access; call it through the workspace’s private endpoint.',
    cli: 'az ml online-endpoint update --name … --set public_network_access=disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  source: 'OnlineEndpointProperties.publicNetworkAccess of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0040', 'AML.T0024.002'], 'owasp-ml-2023': ['ML05:2023'] },
  peers: { union: ['azure.ml.online-endpoint-public'] },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
