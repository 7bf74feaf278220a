import { PROTO_JSON, vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(vertexModel, {
  title: 'Models that can be exported are known',
  severity: 'informational',
  fails: some('supportedExportFormats', field('id').isPresent(), { absentIsEmpty: PROTO_JSON }),
  why: 'Whoever holds aiplatform.models.export can copy the model with its weights to a bucket of their choice in one call. Grant that permission as if it were the model itself.',
  fix: {
    console: 'Remove roles with aiplatform.models.export from all who need not export, under “IAM”.',
    cli: 'gcloud asset search-all-iam-policies --scope=projects/PROJECT --query="policy.role.permissions:aiplatform.models.export"',
  },
  source: 'google.cloud.aiplatform.v1.Model.supported_export_formats; “custom-trained” in recorded replies',
  frameworks: { 'mitre-atlas': ['AML.T0044', 'AML.T0048.004'], 'owasp-ml-2023': ['ML05:2023'] },
  examples: {
    pass: [{}, { supportedExportFormats: [] }],
    fail: [{ supportedExportFormats: [{ id: 'custom-trained', exportableContents: ['ARTIFACT'] }] }],
    unknown: [{ supportedExportFormats: 'custom-trained' }],
  },
});
