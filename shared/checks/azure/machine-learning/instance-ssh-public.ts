import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'SSH ports of compute instances are closed to the internet',
  severity: 'high',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: field('properties.properties.sshSettings.sshPublicAccess')
    .absentIs(
      'Disabled',
      'ComputeInstanceSshSettings of @azure/arm-machinelearning: default of the specification',
    )
    .is('Enabled'),
  why: 'A data scientist’s machine, with access to data and models, takes SSH connections from the internet.',
  fix: {
    console: 'Recreate the instance with “Enable SSH access” off.',
    cli: 'az ml compute create --type ComputeInstance --name … --ssh-public-access-enabled false',
    bicep: "properties: { properties: { sshSettings: { sshPublicAccess: 'Disabled' } } }",
  },
  source:
    'ComputeInstanceSshSettings.sshPublicAccess of @azure/arm-machinelearning; official example ComputeInstance 2025-12-01',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  peers: { union: ['azure.ml.compute-ssh-public'] },
  examples: {
    pass: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { sshSettings: { sshPublicAccess: 'Disabled' } },
        },
      },
      { properties: { computeType: 'ComputeInstance', properties: {} } },
    ],
    fail: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { sshSettings: { sshPublicAccess: 'Enabled' } },
        },
      },
    ],
    unknown: [
      {},
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { sshSettings: { sshPublicAccess: 'UnheardOf' } },
        },
      },
    ],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
