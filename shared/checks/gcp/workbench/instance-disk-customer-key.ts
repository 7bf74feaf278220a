import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';

export default check(workbenchInstance, {
  title: 'Workbench disks are encrypted with a customer-managed key',
  severity: 'medium',
  // Documented as input only: where a reply leaves it out, nothing is known of the key.
  fails: any(
    field('gceSetup.bootDisk.diskEncryption').isNot('CMEK'),
    some('gceSetup.dataDisks', field('diskEncryption').isNot('CMEK'), { absentIsEmpty: PROTO_JSON }),
  ),
  why: 'Training data and credentials lie on these disks. Only with a key of your own can you see its use, and end access by disabling it.',
  fix: {
    console: 'Recreate the instance with “Customer-managed encryption key” chosen under Disks.',
    cli: 'gcloud workbench instances create NAME --location=ZONE --boot-disk-encryption=CMEK --boot-disk-kms-key=… --data-disk-encryption=CMEK --data-disk-kms-key=…',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    boot_disk {\n      disk_encryption = "CMEK"\n      kms_key         = google_kms_crypto_key.notebooks.id\n    }\n  }\n}',
  },
  source:
    'google/cloud/notebooks/v2/gce_setup.proto, BootDisk and DataDisk.disk_encryption: “defaults to GMEK”, input only',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.10'], 'iso-42001': ['A.4.3'] },
  peers: {
    union: ['gcp.workbench.no-cmek', 'gcp.notebooks.no-cmek'],
    checkov: ['CKV2_GCP_27', 'CKV2_GCP_21'],
  },
  examples: {
    pass: [{ gceSetup: { bootDisk: { diskEncryption: 'CMEK' }, dataDisks: [{ diskEncryption: 'CMEK' }] } }],
    fail: [
      { gceSetup: { bootDisk: { diskEncryption: 'GMEK' } } },
      { gceSetup: { bootDisk: { diskEncryption: 'CMEK' }, dataDisks: [{ diskEncryption: 'GMEK' }] } },
    ],
    unknown: [{}, { gceSetup: { bootDisk: {} } }, { gceSetup: { bootDisk: { diskEncryption: 'CSEK' } } }],
  },
});
