import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { DEFAULT_COMPUTE_ACCOUNT } from '../predicates.ts';

export default check(workbenchInstance, {
  title: 'Workbench instances run as a service account of their own',
  severity: 'high',
  fails: some('gceSetup.serviceAccounts', field('email').matches(DEFAULT_COMPUTE_ACCOUNT)),
  why: 'Every notebook user acts as this account. The default one of Compute Engine is shared by all machines of the project and often is an editor of it.',
  fix: {
    console: 'Recreate the instance with a service account made for it, under “IAM and security”.',
    cli: 'gcloud workbench instances create NAME --location=ZONE --service-account-email=notebooks@PROJECT.iam.gserviceaccount.com',
    terraform:
      'resource "google_workbench_instance" "…" {\n  gce_setup {\n    service_accounts {\n      email = google_service_account.notebooks.email\n    }\n  }\n}',
  },
  source: 'google/cloud/notebooks/v2/gce_setup.proto, ServiceAccount.email; seen in recorded replies',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['gcp.workbench.default-sa'], cnspec: ['workbench-instance-no-default-service-account'] },
  examples: {
    pass: [{ gceSetup: { serviceAccounts: [{ email: 'notebooks@acme-ml.iam.gserviceaccount.com' }] } }],
    fail: [
      { gceSetup: { serviceAccounts: [{ email: '123456789012-compute@developer.gserviceaccount.com' }] } },
    ],
    unknown: [{}, { gceSetup: {} }, { gceSetup: { serviceAccounts: [{}] } }],
  },
});
