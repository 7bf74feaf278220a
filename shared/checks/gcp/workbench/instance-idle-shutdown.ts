import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { GUEST_ATTRIBUTES_DEFAULT, IDLE_DEFAULT } from './metadata.ts';

export default check(workbenchInstance, {
  title: 'Workbench instances shut down when idle',
  severity: 'low',
  // Idle shutdown does not run where guest attributes are turned off.
  fails: any(
    field('gceSetup.metadata.idle-timeout-seconds')
      .absentIs('10800', IDLE_DEFAULT)
      .matches(/^\s*0*\s*$/),
    field('gceSetup.metadata.enable-guest-attributes').absentIs('true', GUEST_ATTRIBUTES_DEFAULT).is('false'),
  ),
  why: 'A forgotten notebook machine keeps its session and its credentials within reach day and night, and accelerators keep costing.',
  fix: {
    console: 'Open the instance, “Software and security”, and check “Enable idle shutdown”.',
    cli: 'gcloud workbench instances update NAME --location=ZONE --metadata=idle-timeout-seconds=10800,enable-guest-attributes=true',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    metadata = { idle-timeout-seconds = "10800" }\n  }\n}',
  },
  source: `${IDLE_DEFAULT}; ${GUEST_ATTRIBUTES_DEFAULT}`,
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
  examples: {
    pass: [
      { gceSetup: { metadata: { 'idle-timeout-seconds': '3600', 'enable-guest-attributes': 'true' } } },
      { gceSetup: {} },
    ],
    fail: [
      { gceSetup: { metadata: { 'idle-timeout-seconds': '' } } },
      { gceSetup: { metadata: { 'idle-timeout-seconds': '0' } } },
      { gceSetup: { metadata: { 'idle-timeout-seconds': '3600', 'enable-guest-attributes': 'false' } } },
    ],
    unknown: [{}, { gceSetup: { metadata: { 'idle-timeout-seconds': 3600 } } }],
  },
});
