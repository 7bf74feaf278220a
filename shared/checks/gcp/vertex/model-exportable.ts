import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(vertexModel, {
  title: 'Models that can be exported are known',
  severity: 'informational',
  fails: not(field('supportedExportFormats').isEmpty()),
  why: 'Whoever holds aiplatform.models.export can copy the model with its weights to a bucket of their choice in one call. Grant that permission as if it were the model itself.',
  fix: {
    console: 'Remove roles with aiplatform.models.export from all who need not export, under “IAM”.',
    cli: 'gcloud asset search-all-iam-policies --scope=projects/PROJECT --query="policy.role.permissions:aiplatform.models.export"',
    terraform:
      'resource "google_project_iam_custom_role" "…" {\n  role_id     = "modelUser"\n  title       = "Use models, not export them"\n  permissions = ["aiplatform.models.get", "aiplatform.endpoints.predict"]\n}',
  },
  source: 'google.cloud.aiplatform.v1.Model.supported_export_formats; “custom-trained” in recorded replies',
  frameworks: { 'mitre-atlas': ['AML.T0044', 'AML.T0048.004'], 'owasp-ml-2023': ['ML05:2023'] },
  examples: {
    pass: [{}, { supportedExportFormats: [] }],
    fail: [{ supportedExportFormats: [{ id: 'custom-trained', exportableContents: ['ARTIFACT'] }] }],
    unknown: [{ supportedExportFormats: 'custom-trained' }],
  },
});
