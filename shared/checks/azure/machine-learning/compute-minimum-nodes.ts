import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';

const cluster = (properties: JsonObject) => ({ properties: { computeType: 'AmlCompute', properties } });

export default check(mlCompute, {
  title: 'Compute clusters shrink to no node when no job runs',
  severity: 'informational',
  byDefault: 'off',
  applies: field('properties.computeType').is('AmlCompute'),
  fails: field('properties.properties.scaleSettings.minNodeCount')
    .absentIs(
      0,
      'https://learn.microsoft.com/azure/machine-learning/reference-yaml-compute-aml: min_instances defaults to 0',
    )
    .atLeast(1),
  why: 'Nodes that wait cost money day and night, and what a job has left behind on them waits with them.',
  fix: {
    console: 'Compute › Compute clusters › the cluster › Edit: set the minimum number of nodes to 0.',
    cli: 'az ml compute update --name … --workspace-name … --resource-group … --min-instances 0',
    bicep: 'properties: { properties: { scaleSettings: { minNodeCount: 0, maxNodeCount: 4 } } }',
    terraform: 'scale_settings { min_node_count = 0 }',
  },
  source: 'ScaleSettings.minNodeCount of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0034'] },
  peers: { union: ['azure.ml.compute-min-nodes'], checkov: ['CKV_AZURE_150'] },
  examples: {
    pass: [cluster({ scaleSettings: { minNodeCount: 0 } }), cluster({})],
    fail: [cluster({ scaleSettings: { minNodeCount: 2 } })],
    unknown: [{}, cluster({ scaleSettings: { minNodeCount: 'many' } })],
    notApplicable: [{ properties: { computeType: 'ComputeInstance' } }],
  },
});
