import { mlCompute, mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, related } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Computes run inside a network of yours',
  severity: 'medium',
  applies: field('properties.computeType').isOneOf('ComputeInstance', 'AmlCompute'),
  fails: all(
    field('properties.properties.subnet.id').isEmpty(),
    not(
      related(
        'attached-to',
        mlWorkspace,
        field('properties.managedNetwork.isolationMode')
          .absentIs('Disabled', 'Azure Policy 6ddb1705: an absent value is not the approved mode')
          .isOneOf('AllowInternetOutbound', 'AllowOnlyApprovedOutbound'),
      ),
    ),
  ),
  why: 'Outside any network of yours there is no rule and no record of what the compute talks to.',
  fix: {
    console: 'Give the workspace a managed network, or recreate the compute in a subnet.',
    cli: 'az ml compute create --type ComputeInstance --name … --vnet-name … --subnet …',
    bicep: 'properties: { properties: { subnet: { id: subnet.id } } }',
    terraform: 'subnet_resource_id = azurerm_subnet.ml.id',
  },
  source:
    'subnet.id of ComputeInstanceProperties and AmlComputeProperties, @azure/arm-machinelearning; Azure Policy 7804b5c7, which knows no managed networks',
  frameworks: { 'azure-policy': ['7804b5c7-01dc-4723-969b-ae300cc07ff1'], 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['azure.ml.compute-no-vnet'] },
  examples: {
    pass: [
      {
        $config: {
          properties: { computeType: 'AmlCompute', properties: { subnet: { id: '/subscriptions/…' } } },
        },
        $related: { 'attached-to': [{ properties: {} }] },
      },
      {
        $config: { properties: { computeType: 'AmlCompute', properties: {} } },
        $related: {
          'attached-to': [{ properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } } }],
        },
      },
    ],
    fail: [
      {
        $config: { properties: { computeType: 'AmlCompute', properties: {} } },
        $related: { 'attached-to': [{ properties: {} }] },
      },
      {
        $config: { properties: { computeType: 'ComputeInstance', properties: { subnet: { id: '' } } } },
        $related: { 'attached-to': [{ properties: { managedNetwork: { isolationMode: 'Disabled' } } }] },
      },
    ],
    unknown: [
      {},
      {
        $config: { properties: { computeType: 'AmlCompute', properties: {} } },
        $related: { 'attached-to': ['unseen'] },
      },
    ],
    notApplicable: [{ properties: { computeType: 'AKS' } }],
  },
});
