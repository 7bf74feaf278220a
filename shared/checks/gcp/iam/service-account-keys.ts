import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';

export default check(serviceAccount, {
  title: 'Service accounts of AI workloads have no keys of their own',
  severity: 'high',
  fails: some(
    'keys',
    all(field('keyType').is('USER_MANAGED'), field('disabled').absentIs(false, PROTO_JSON).isNot(true)),
    { absentIsEmpty: PROTO_JSON },
  ),
  why: 'A key file acts as the model, job or agent from anywhere, for years, and leaves no trace of who holds it.',
  fix: {
    console:
      'Open “Service accounts”, the account, “Keys”, disable each key, and delete it when nothing breaks.',
    cli: 'gcloud iam service-accounts keys delete KEY_ID --iam-account=EMAIL',
    terraform:
      'resource "google_service_account_key" "…" {\n  # remove it; use workload identity federation\n}',
  },
  source: 'google.iam.admin.v1.ServiceAccountKey, from serviceAccounts.keys.list with keyTypes=USER_MANAGED',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0055'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [{ email: 'ml@acme.iam.gserviceaccount.com', keys: [{ keyType: 'USER_MANAGED', disabled: true }] }],
    fail: [{ email: 'ml@acme.iam.gserviceaccount.com', keys: [{ keyType: 'USER_MANAGED' }] }],
    unknown: [{ email: 'ml@acme.iam.gserviceaccount.com', keys: [{ keyType: 'OTHER' }] }],
  },
});
