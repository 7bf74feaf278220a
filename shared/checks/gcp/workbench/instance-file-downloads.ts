import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { METADATA_DEFAULTS } from './metadata.ts';

const isLeftOn = (key: string) =>
  field(`gceSetup.metadata.${key}`).absentIs('false', METADATA_DEFAULTS).isNot('true');

export default check(workbenchInstance, {
  title: 'Workbench instances let no files be downloaded',
  severity: 'medium',
  // nbconvert lets a notebook and what it shows be downloaded as another type of file.
  fails: any(isLeftOn('notebook-disable-downloads'), isLeftOn('notebook-disable-nbconvert')),
  why: 'Training data and models leave for a private machine with one click in JupyterLab, and no log tells what was taken.',
  fix: {
    console:
      'Open the instance, “Software and security”, and clear “Enable file downloading” and “Enable nbconvert”.',
    cli: 'gcloud workbench instances update NAME --location=ZONE --metadata=notebook-disable-downloads=true,notebook-disable-nbconvert=true',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    metadata = {\n      notebook-disable-downloads = "true"\n      notebook-disable-nbconvert = "true"\n    }\n  }\n}',
  },
  source: METADATA_DEFAULTS,
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0035'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['gcp.workbench.root-or-downloads'] },
  examples: {
    pass: [
      {
        gceSetup: {
          metadata: { 'notebook-disable-downloads': 'true', 'notebook-disable-nbconvert': 'true' },
        },
      },
    ],
    fail: [
      {
        gceSetup: {
          metadata: { 'notebook-disable-downloads': 'false', 'notebook-disable-nbconvert': 'true' },
        },
      },
      { gceSetup: { metadata: { 'notebook-disable-downloads': 'true' } } },
      { gceSetup: {} },
    ],
    unknown: [
      {},
      {
        gceSetup: { metadata: { 'notebook-disable-downloads': true, 'notebook-disable-nbconvert': 'true' } },
      },
    ],
  },
});
