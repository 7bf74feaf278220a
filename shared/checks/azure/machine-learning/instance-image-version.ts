import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Compute instances run the latest image',
  severity: 'medium',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: field('properties.properties.osImageMetadata.isLatestOsImageVersion').is(false),
  why: 'Microsoft does not patch a running instance: known holes stay open until it is made anew.',
  fix: {
    console: 'Save the work to the workspace’s file share and recreate the instance.',
    cli: 'az ml compute delete --name … && az ml compute create --type ComputeInstance --name …',
    bicep:
      "resource instance 'Microsoft.MachineLearningServices/workspaces/computes@2025-12-01' = { properties: { computeType: 'ComputeInstance' } } // deploy it under a new name",
  },
  source:
    'Official example ComputeInstance, Microsoft.MachineLearningServices 2025-12-01; Azure Policy f110a506',
  frameworks: { 'azure-policy': ['f110a506-2dcb-422e-bcea-d533fc8c35e2'], 'mitre-atlas': ['AML.T0010.001'] },
  peers: { union: ['azure.ml.compute-outdated-os'] },
  examples: {
    pass: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { osImageMetadata: { isLatestOsImageVersion: true } },
        },
      },
    ],
    fail: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { osImageMetadata: { isLatestOsImageVersion: false } },
        },
      },
    ],
    unknown: [{}, { properties: { computeType: 'ComputeInstance', properties: {} } }],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
