import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(mlCompute, {
  title: 'Compute instances run no script of unknown hands at start',
  severity: 'low',
  applies: field('properties.computeType').is('ComputeInstance'),
  fails: any(
    field('properties.properties.setupScripts.scripts.startupScript').isPresent(),
    field('properties.properties.setupScripts.scripts.creationScript').isPresent(),
  ),
  why: 'Set-up scripts run as root, often from shared workspace storage: who can write there owns the instance at its next start.',
  fix: {
    console: 'Build what the script does into an image, or restrict who may write the workspace’s storage.',
    cli: 'az ml compute create --file instance.yml   # without setup_scripts',
    bicep: "properties: { computeType: 'ComputeInstance', properties: { } } // without setupScripts",
  },
  source: 'SetupScripts of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0011', 'AML.T0050'] },
  examples: {
    pass: [{ properties: { computeType: 'ComputeInstance', properties: {} } }],
    fail: [
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { setupScripts: { scripts: { startupScript: { scriptSource: 'workspaceStorage' } } } },
        },
      },
      {
        properties: {
          computeType: 'ComputeInstance',
          properties: { setupScripts: { scripts: { creationScript: { scriptSource: 'inline' } } } },
        },
      },
    ],
    unknown: [{}, { properties: { computeType: 'ComputeInstance', properties: { setupScripts: 'text' } } }],
    notApplicable: [{ properties: { computeType: 'AmlCompute' } }],
  },
});
