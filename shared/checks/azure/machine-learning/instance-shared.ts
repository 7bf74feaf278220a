import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Compute instances belong to one person',
  severity: 'medium',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: field('properties.properties.applicationSharingPolicy')
    .absentIs(
      'Shared',
      'ComputeInstanceProperties of @azure/arm-machinelearning: default of the specification',
    )
    .is('Shared'),
  why: 'Every user of the workspace can open its notebooks and terminals, and act with the login of the person who made it.',
  fix: {
    console: 'Recreate the instance and assign it to one user.',
    cli: 'az ml compute create --file instance.yml   # with application_sharing_policy: personal',
    bicep: "properties: { properties: { applicationSharingPolicy: 'Personal' } }",
  },
  source:
    'ComputeInstanceProperties.applicationSharingPolicy of @azure/arm-machinelearning: “When Shared, any workspace user can access applications”',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  peers: { union: ['azure.ml.compute-shared-apps'] },
  examples: {
    pass: [
      {
        properties: { computeType: 'ComputeInstance', properties: { applicationSharingPolicy: 'Personal' } },
      },
    ],
    fail: [
      { properties: { computeType: 'ComputeInstance', properties: { applicationSharingPolicy: 'Shared' } } },
      { properties: { computeType: 'ComputeInstance', properties: {} } },
    ],
    unknown: [
      {},
      {
        properties: { computeType: 'ComputeInstance', properties: { applicationSharingPolicy: 'UnheardOf' } },
      },
    ],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
