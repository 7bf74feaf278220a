import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { METADATA_DEFAULTS } from './metadata.ts';

export default check(workbenchInstance, {
  title: 'Workbench notebooks cannot be converted to files that leave the instance',
  severity: 'informational',
  byDefault: 'off',
  fails: field('gceSetup.metadata.notebook-disable-nbconvert')
    .absentIs('false', METADATA_DEFAULTS)
    .isNot('true'),
  why: 'With downloads off, a notebook still leaves as HTML or PDF, its results with it.',
  fix: {
    console: 'Open the instance, “Software and security”, and clear “Enable nbconvert”.',
    cli: 'gcloud workbench instances update NAME --location=ZONE --metadata=notebook-disable-nbconvert=true',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    metadata = { notebook-disable-nbconvert = "true" }\n  }\n}',
  },
  source: METADATA_DEFAULTS,
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [{ gceSetup: { metadata: { 'notebook-disable-nbconvert': 'true' } } }],
    fail: [{ gceSetup: { metadata: { 'notebook-disable-nbconvert': 'false' } } }, { gceSetup: {} }],
    unknown: [{}, { gceSetup: { metadata: { 'notebook-disable-nbconvert': true } } }],
  },
});
