import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(workbenchInstance, {
  title: 'Workbench instances open to one owner, not to all users of a service account',
  severity: 'medium',
  applies: field('disableProxyAccess').absentIs(false, PROTO_JSON).isNot(true),
  fails: field('gceSetup.metadata.proxy-mode').is('service_account'),
  why: 'Everybody who may act as the machine’s service account can open this notebook, its files and its kernels, and nobody can tell who ran what.',
  fix: {
    console: 'Recreate the instance with “Single user only” as the access mode, under “IAM and security”.',
    cli: 'gcloud workbench instances create NAME --location=ZONE --instance-owners=somebody@example.com',
    terraform: 'resource "google_workbench_instance" "…" {\n  instance_owners = ["somebody@example.com"]\n}',
  },
  source: 'google/cloud/notebooks/v2/instance.proto, instance_owners; `proxy-mode` in recorded replies',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'iso-42001': ['A.3.2'] },
  examples: {
    pass: [{ gceSetup: { metadata: { 'proxy-mode': 'mail' } } }],
    fail: [{ gceSetup: { metadata: { 'proxy-mode': 'service_account' } } }],
    unknown: [{ gceSetup: {} }],
    notApplicable: [
      { disableProxyAccess: true, gceSetup: { metadata: { 'proxy-mode': 'service_account' } } },
    ],
  },
});
