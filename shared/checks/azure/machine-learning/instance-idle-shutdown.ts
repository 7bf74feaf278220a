import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Compute instances shut down when nobody uses them',
  severity: 'low',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: field('properties.properties.idleTimeBeforeShutdown').isEmpty(),
  why: 'A forgotten instance costs money day and night, and keeps a logged-in session waiting for whoever finds it.',
  fix: {
    console: 'Compute › the instance › Schedules: set an idle shutdown.',
    cli: 'az ml compute update --name … --set idle_time_before_shutdown=PT30M',
    bicep: "properties: { properties: { idleTimeBeforeShutdown: 'PT30M' } }",
  },
  source:
    'Azure Policy 679ddf89; a field of Microsoft.MachineLearningServices later than @azure/arm-machinelearning 2.1.1',
  frameworks: { 'azure-policy': ['679ddf89-ab8f-48a5-9029-e76054077449'], 'mitre-atlas': ['AML.T0034'] },
  peers: { union: ['azure.ml.compute-no-idle-shutdown'] },
  examples: {
    pass: [
      { properties: { computeType: 'ComputeInstance', properties: { idleTimeBeforeShutdown: 'PT30M' } } },
    ],
    fail: [
      { properties: { computeType: 'ComputeInstance', properties: {} } },
      { properties: { computeType: 'ComputeInstance', properties: { idleTimeBeforeShutdown: '' } } },
    ],
    unknown: [
      {},
      { properties: { computeType: 'ComputeInstance', properties: { idleTimeBeforeShutdown: 30 } } },
    ],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
