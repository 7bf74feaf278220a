import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(workbenchInstance, {
  title: 'Workbench instances have no public IP address',
  severity: 'high',
  fails: field('gceSetup.disablePublicIp').absentIs(false, PROTO_JSON).isNot(true),
  why: 'A notebook machine with an address of its own is reached from the internet as soon as a firewall rule allows it, and sends data out past any proxy.',
  fix: {
    console:
      'Recreate the instance and clear “Assign external IP address” under Networking; give its subnet Private Google Access.',
    cli: 'gcloud workbench instances create NAME --location=ZONE --disable-public-ip --network=… --subnet=…',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    disable_public_ip = true\n  }\n}',
  },
  source:
    'google/cloud/notebooks/v2/gce_setup.proto: “If true, no external IP will be assigned”; recorded public instances carry no such key',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0025'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  peers: {
    union: ['gcp.workbench.public-ip', 'gcp.notebooks.public-ip'],
    checkov: ['CKV2_GCP_28', 'CKV_GCP_89'],
  },
  examples: {
    pass: [{ gceSetup: { disablePublicIp: true } }],
    fail: [{ gceSetup: { disablePublicIp: false } }, { gceSetup: {} }],
    unknown: [{}, { gceSetup: { disablePublicIp: 'true' } }],
  },
});
