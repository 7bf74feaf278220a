import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(workbenchInstance, {
  title: 'Workbench instances measure what they boot',
  severity: 'low',
  // Enabled by default, and a reply says so: where it says nothing, nothing can be concluded.
  fails: any(
    field('gceSetup.shieldedInstanceConfig.enableVtpm').is(false),
    field('gceSetup.shieldedInstanceConfig.enableIntegrityMonitoring').is(false),
  ),
  why: 'The virtual TPM and integrity monitoring are what tells that the boot sequence of a notebook machine was changed.',
  fix: {
    console:
      'Stop the instance, open “Hardware”, and turn on vTPM and integrity monitoring under “Shielded VM”.',
    cli: 'gcloud workbench instances update NAME --location=ZONE --shielded-vtpm=true --shielded-integrity-monitoring=true',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    shielded_instance_config {\n      enable_vtpm                 = true\n      enable_integrity_monitoring = true\n    }\n  }\n}',
  },
  source: 'google/cloud/notebooks/v2/gce_setup.proto, ShieldedInstanceConfig; both true in recorded replies',
  frameworks: { 'mitre-atlas': ['AML.T0112'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  peers: {
    union: ['gcp.notebooks.no-integrity-monitoring', 'gcp.notebooks.no-vtpm'],
    checkov: ['CKV_GCP_127', 'CKV_GCP_126'],
  },
  examples: {
    pass: [{ gceSetup: { shieldedInstanceConfig: { enableVtpm: true, enableIntegrityMonitoring: true } } }],
    fail: [
      { gceSetup: { shieldedInstanceConfig: { enableVtpm: false, enableIntegrityMonitoring: true } } },
      { gceSetup: { shieldedInstanceConfig: { enableVtpm: true, enableIntegrityMonitoring: false } } },
    ],
    unknown: [{}, { gceSetup: {} }, { gceSetup: { shieldedInstanceConfig: { enableVtpm: true } } }],
  },
});
