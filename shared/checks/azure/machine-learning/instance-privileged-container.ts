import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Containers on compute instances run without privileges',
  severity: 'high',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: some(
    'properties.properties.customServices',
    field('docker.privileged')
      .absentIs(
        false,
        'customServices of Microsoft.MachineLearningServices 2025-12-01: set only where asked for',
      )
      .is(true),
    {
      absentIsEmpty:
        'official example ComputeInstance 2025-12-01: listed only where there are custom services',
    },
  ),
  why: 'A privileged container is root on the machine: whatever runs in it takes the identity and the data of the instance.',
  fix: {
    console: 'Recreate the custom application without privileged mode.',
    cli: 'az ml compute create --file instance.yml   # with docker.privileged: false',
    bicep: 'properties: { properties: { customServices: [{ docker: { privileged: false } }] } }',
  },
  source: 'Official example ComputeInstance, Microsoft.MachineLearningServices 2025-12-01',
  frameworks: { 'mitre-atlas': ['AML.T0105'] },
  examples: {
    pass: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { customServices: [{ docker: { privileged: false } }] },
        },
      },
    ],
    fail: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { customServices: [{ docker: { privileged: true } }] },
        },
      },
    ],
    unknown: [
      {},
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { customServices: [{ docker: { privileged: 'yes' } }] },
        },
      },
    ],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
