import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';

const instance = (properties: JsonObject) => ({ properties: { computeType: 'ComputeInstance', properties } });

export default check(mlCompute, {
  title: 'Compute instances do not log in as their creator by themselves',
  severity: 'low',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: field('properties.properties.enableSSO')
    .absentIs(
      true,
      'https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml.entities.computeinstance: enable_sso defaults to True',
    )
    .isNot(false),
  why: 'Whatever runs on the instance, an installed package or a shared application, acts as the person who created it.',
  fix: {
    console:
      'Compute › Compute instances › the instance: switch single sign-on off, and give it a managed identity.',
    cli: 'az ml compute enable-sso --name … --workspace-name … --resource-group … --enable-sso false',
    bicep: 'properties: { properties: { enableSSO: false } }',
  },
  source: 'Official example ComputeInstance, Microsoft.MachineLearningServices 2025-12-01',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0091.000'] },
  examples: {
    pass: [instance({ enableSSO: false })],
    fail: [instance({}), instance({ enableSSO: true })],
    unknown: [{}, instance({ enableSSO: 'no' })],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
