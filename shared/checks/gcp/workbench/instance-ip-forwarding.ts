import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const DEFAULT = 'google/cloud/notebooks/v2/gce_setup.proto, enable_ip_forwarding: “default false/off”';

export default check(workbenchInstance, {
  title: 'Workbench instances do not forward packets of others',
  severity: 'medium',
  fails: field('gceSetup.enableIpForwarding').absentIs(false, DEFAULT).is(true),
  why: 'With it a notebook machine can stand in for other addresses and route traffic between networks that firewalls keep apart.',
  fix: {
    console: 'Recreate the instance without “Enable IP forwarding”.',
    cli: 'gcloud workbench instances create NAME --location=ZONE (without --enable-ip-forwarding)',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    enable_ip_forwarding = false\n  }\n}',
  },
  source: DEFAULT,
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [{ gceSetup: { enableIpForwarding: false } }, { gceSetup: {} }],
    fail: [{ gceSetup: { enableIpForwarding: true } }],
    unknown: [{}, { gceSetup: { enableIpForwarding: 'no' } }],
  },
});
