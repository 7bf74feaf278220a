import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const DEFAULT = 'google/cloud/notebooks/v2/gce_setup.proto, enable_secure_boot: “Disabled by default”';

export default check(workbenchInstance, {
  title: 'Workbench instances use Secure Boot',
  severity: 'medium',
  fails: field('gceSetup.shieldedInstanceConfig.enableSecureBoot').absentIs(false, DEFAULT).isNot(true),
  why: 'Without it whoever gains root can replace boot components and stay on the machine through every restart.',
  fix: {
    console: 'Stop the instance, open “Hardware”, and turn on Secure Boot under “Shielded VM”.',
    cli: 'gcloud workbench instances update NAME --location=ZONE --shielded-secure-boot=true',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    shielded_instance_config {\n      enable_secure_boot = true\n    }\n  }\n}',
  },
  source: `${DEFAULT}; absent in recorded replies that carry the other two settings`,
  frameworks: { 'mitre-atlas': ['AML.T0112'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [{ gceSetup: { shieldedInstanceConfig: { enableSecureBoot: true } } }],
    fail: [{ gceSetup: { shieldedInstanceConfig: { enableVtpm: true } } }, { gceSetup: {} }],
    unknown: [{}, { gceSetup: { shieldedInstanceConfig: { enableSecureBoot: 'on' } } }],
  },
});
