import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { METADATA_DEFAULTS } from './metadata.ts';

export default check(workbenchInstance, {
  title: 'Workbench instances have no terminal',
  severity: 'low',
  fails: field('gceSetup.metadata.notebook-disable-terminal')
    .absentIs('false', METADATA_DEFAULTS)
    .isNot('true'),
  why: 'A terminal runs any command as the service account of the machine, and leaves no notebook behind that somebody could read.',
  fix: {
    console: 'Open the instance, “Software and security”, and clear “Enable terminal”.',
    cli: 'gcloud workbench instances update NAME --location=ZONE --metadata=notebook-disable-terminal=true',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    metadata = { notebook-disable-terminal = "true" }\n  }\n}',
  },
  source: METADATA_DEFAULTS,
  frameworks: { 'mitre-atlas': ['AML.T0050'] },
  peers: { union: ['gcp.workbench.root-or-downloads'] },
  examples: {
    pass: [{ gceSetup: { metadata: { 'notebook-disable-terminal': 'true' } } }],
    fail: [{ gceSetup: { metadata: { 'notebook-disable-terminal': 'false' } } }, { gceSetup: {} }],
    unknown: [{}, { gceSetup: { metadata: { 'notebook-disable-terminal': true } } }],
  },
});
