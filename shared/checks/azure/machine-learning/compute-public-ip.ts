import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Computes have no public addresses',
  severity: 'medium',
  applies: field('properties.computeType').isOneOf('ComputeInstance', 'AmlCompute'),
  fails: field('properties.properties.enableNodePublicIp')
    .absentIs(
      true,
      'ComputeInstanceProperties and AmlComputeProperties of @azure/arm-machinelearning: default of the specification',
    )
    .isNot(false),
  why: 'Each node can be scanned and attacked from the internet, and sends what it likes past your firewall.',
  fix: {
    console: 'Recreate the compute in a virtual network with “No public IP”.',
    cli: 'az ml compute create --type ComputeInstance --name … --enable-node-public-ip false --subnet …',
    bicep: 'properties: { properties: { enableNodePublicIp: false, subnet: { id: subnet.id } } }',
    terraform: 'node_public_ip_enabled = false',
  },
  source:
    'enableNodePublicIp of ComputeInstanceProperties and AmlComputeProperties, @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0025'] },
  peers: { union: ['azure.ml.compute-public-ip'], cnspec: ['compute no public IP'] },
  examples: {
    pass: [{ properties: { computeType: 'ComputeInstance', properties: { enableNodePublicIp: false } } }],
    fail: [
      { properties: { computeType: 'AmlCompute', properties: {} } },
      { properties: { computeType: 'ComputeInstance', properties: { enableNodePublicIp: true } } },
    ],
    unknown: [{}, { properties: { computeType: 'AmlCompute', properties: { enableNodePublicIp: 'no' } } }],
    notApplicable: [{ properties: { computeType: 'Kubernetes' } }],
  },
});
