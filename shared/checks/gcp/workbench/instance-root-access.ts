import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { METADATA_DEFAULTS } from './metadata.ts';

export default check(workbenchInstance, {
  title: 'Workbench instances give notebook users no root access',
  severity: 'medium',
  fails: field('gceSetup.metadata.notebook-disable-root').absentIs('false', METADATA_DEFAULTS).isNot('true'),
  why: 'With root a notebook user can switch off monitoring, reach the credentials of others on the machine and keep a way back in.',
  fix: {
    console: 'Open the instance, “Software and security”, and clear “Root access to the instance”.',
    cli: 'gcloud workbench instances update NAME --location=ZONE --metadata=notebook-disable-root=true',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    metadata = { notebook-disable-root = "true" }\n  }\n}',
  },
  source: METADATA_DEFAULTS,
  frameworks: { 'mitre-atlas': ['AML.T0105'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  peers: { union: ['gcp.workbench.root-or-downloads'] },
  examples: {
    pass: [{ gceSetup: { metadata: { 'notebook-disable-root': 'true' } } }],
    fail: [{ gceSetup: { metadata: { 'notebook-disable-root': 'false' } } }, { gceSetup: {} }],
    unknown: [{}, { gceSetup: { metadata: { 'notebook-disable-root': true } } }],
  },
});
