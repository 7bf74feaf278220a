import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import { check } from '#shared/model/check.ts';
import { provisioned } from '../fixes.ts';
import { isOn } from '../predicates.ts';

const command = 'gcloud colab runtimes upgrade RUNTIME --region=REGION';

export default check(notebookRuntime, {
  title: 'Colab Enterprise runtimes have the latest image',
  severity: 'low',
  fails: isOn('isUpgradable'),
  why: 'Its image has known holes that a newer one closes, and it is where people run code that they found.',
  fix: {
    console: 'Open the runtime, and choose “Upgrade”.',
    cli: command,
    terraform: provisioned(command),
  },
  source: 'google.cloud.aiplatform.v1.NotebookRuntime.is_upgradable: “Whether NotebookRuntime is upgradable”',
  frameworks: { 'mitre-atlas': ['AML.T0010.001'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [{}, { isUpgradable: false }],
    fail: [{ isUpgradable: true }],
    unknown: [{ isUpgradable: 'yes' }],
  },
});
