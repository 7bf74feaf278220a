import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const subnet = '/subscriptions/…/virtualNetworks/ml/subnets/jobs';

export default check(mlWorkspace, {
  title: 'Serverless computes in your own network have no public addresses',
  severity: 'medium',
  applies: field('properties.serverlessComputeSettings.serverlessComputeCustomSubnet').isPresent(),
  fails: field('properties.serverlessComputeSettings.serverlessComputeNoPublicIP')
    .absentIs(
      false,
      'https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml.entities.serverlesscomputesettings: no_public_ip defaults to False',
    )
    .isNot(true),
  why: 'Nodes that stand inside of your network can be scanned from the internet, and send what they like past your firewall.',
  fix: {
    console: 'It is set by the command line alone, and needs a private endpoint of the workspace.',
    cli: 'az ml workspace update --name … --resource-group … --set serverless_compute.no_public_ip=true',
    bicep:
      'properties: { serverlessComputeSettings: { serverlessComputeCustomSubnet: subnet.id, serverlessComputeNoPublicIP: true } }',
    terraform: 'serverless_compute { public_ip_enabled = false }',
  },
  source:
    'ServerlessComputeSettings, https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0025'] },
  examples: {
    pass: [
      {
        properties: {
          serverlessComputeSettings: {
            serverlessComputeCustomSubnet: subnet,
            serverlessComputeNoPublicIP: true,
          },
        },
      },
    ],
    fail: [
      { properties: { serverlessComputeSettings: { serverlessComputeCustomSubnet: subnet } } },
      {
        properties: {
          serverlessComputeSettings: {
            serverlessComputeCustomSubnet: subnet,
            serverlessComputeNoPublicIP: false,
          },
        },
      },
    ],
    unknown: [
      {
        properties: {
          serverlessComputeSettings: {
            serverlessComputeCustomSubnet: subnet,
            serverlessComputeNoPublicIP: 'yes',
          },
        },
      },
    ],
    notApplicable: [{ properties: {} }, { properties: { serverlessComputeSettings: {} } }],
  },
});
