import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, type Predicate, some } from '#shared/model/predicate.ts';

const OFF_BY_DEFAULT =
  'docs.cloud.google.com/logging/docs/audit/configure-data-access: “disabled by default for all services except some BigQuery services”';

const logs = (type: 'DATA_READ' | 'DATA_WRITE'): Predicate =>
  some(
    'auditConfigs',
    all(
      field('service').isOneOf('aiplatform.googleapis.com', 'allServices'),
      some('auditLogConfigs', field('logType').is(type), { absentIsEmpty: OFF_BY_DEFAULT }),
    ),
    { absentIsEmpty: OFF_BY_DEFAULT },
  );

export default check(projectPolicy, {
  title: 'The project’s policy turns on Data Access audit logs of Vertex AI',
  severity: 'medium',
  fails: not(all(logs('DATA_READ'), logs('DATA_WRITE'))),
  why: 'Who called which model, and who read or exported what, is written nowhere. A folder or the organisation may turn these logs on as well; a project’s policy does not show that.',
  fix: {
    console: 'Open “IAM”, “Audit logs”, choose “Vertex AI API”, and check “Data read” and “Data write”.',
    cli: 'gcloud projects get-iam-policy PROJECT --format=json > policy.json; add auditConfigs for aiplatform.googleapis.com; gcloud projects set-iam-policy PROJECT policy.json',
    terraform:
      'resource "google_project_iam_audit_config" "…" {\n  project = "PROJECT"\n  service = "aiplatform.googleapis.com"\n  audit_log_config {\n    log_type = "DATA_READ"\n  }\n  audit_log_config {\n    log_type = "DATA_WRITE"\n  }\n}',
  },
  source: `google.iam.v1.Policy.audit_configs; ${OFF_BY_DEFAULT}`,
  frameworks: { 'mitre-atlas': ['AML.T0024'], 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [
      {
        auditConfigs: [
          {
            service: 'aiplatform.googleapis.com',
            auditLogConfigs: [{ logType: 'DATA_READ' }, { logType: 'DATA_WRITE' }],
          },
        ],
      },
      {
        auditConfigs: [
          { service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }] },
          { service: 'aiplatform.googleapis.com', auditLogConfigs: [{ logType: 'DATA_WRITE' }] },
        ],
      },
    ],
    fail: [
      {},
      {
        auditConfigs: [
          {
            service: 'storage.googleapis.com',
            auditLogConfigs: [{ logType: 'DATA_READ' }, { logType: 'DATA_WRITE' }],
          },
        ],
      },
      { auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }] }] },
    ],
    unknown: [
      {
        auditConfigs: [
          { service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }, { logType: 'DATA_ALL' }] },
        ],
      },
    ],
  },
});
