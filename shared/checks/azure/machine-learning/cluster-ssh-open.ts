import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'SSH ports of compute clusters are closed to the internet',
  severity: 'high',
  applies: field('properties.computeType').is('AmlCompute'),
  fails: all(
    field('properties.properties.enableNodePublicIp')
      .absentIs(true, 'AmlComputeProperties of @azure/arm-machinelearning: default of the specification')
      .isNot(false),
    any(
      field('properties.properties.remoteLoginPortPublicAccess')
        .absentIs(
          'NotSpecified',
          'AmlComputeProperties of @azure/arm-machinelearning: default of the specification',
        )
        .is('Enabled'),
      all(
        field('properties.properties.remoteLoginPortPublicAccess')
          .absentIs(
            'NotSpecified',
            'AmlComputeProperties of @azure/arm-machinelearning: default of the specification',
          )
          .is('NotSpecified'),
        field('properties.properties.subnet.id').isEmpty(),
      ),
    ),
  ),
  why: 'Every node takes SSH connections from the internet. “NotSpecified” closes the port only inside a network of yours.',
  fix: {
    console: 'Recreate the cluster with “Enable SSH access” off, inside a virtual network.',
    cli: 'az ml compute create --type AmlCompute --name … --set ssh_public_access_enabled=false --subnet …',
    bicep:
      "properties: { computeType: 'AmlCompute', properties: { remoteLoginPortPublicAccess: 'Disabled', enableNodePublicIp: false } }",
    terraform: 'ssh_public_access_enabled = false',
  },
  source:
    'AmlComputeProperties.remoteLoginPortPublicAccess of @azure/arm-machinelearning: “closed … if VNet is defined, else is open”',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [
      { properties: { computeType: 'AmlCompute', properties: { remoteLoginPortPublicAccess: 'Disabled' } } },
      {
        properties: {
          computeType: 'AmlCompute',
          properties: { remoteLoginPortPublicAccess: 'Enabled', enableNodePublicIp: false },
        },
      },
      {
        properties: {
          computeType: 'AmlCompute',
          properties: { remoteLoginPortPublicAccess: 'NotSpecified', subnet: { id: '/subscriptions/…' } },
        },
      },
    ],
    fail: [
      {
        properties: {
          computeType: 'AmlCompute',
          properties: { remoteLoginPortPublicAccess: 'Enabled', subnet: { id: '/subscriptions/…' } },
        },
      },
      {
        properties: {
          computeType: 'AmlCompute',
          properties: { remoteLoginPortPublicAccess: 'NotSpecified' },
        },
      },
      { properties: { computeType: 'AmlCompute', properties: {} } },
    ],
    unknown: [
      {},
      { properties: { computeType: 'AmlCompute', properties: { remoteLoginPortPublicAccess: 'UnheardOf' } } },
    ],
    notApplicable: [{ properties: { computeType: 'ComputeInstance' } }],
  },
});
