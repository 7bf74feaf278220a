import { armorTemplate } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(armorTemplate, {
  title: 'Model Armor templates log what they screen',
  severity: 'low',
  fails: field('templateMetadata.logSanitizeOperations').absentIs(false, PROTO_JSON).isNot(true),
  why: 'Nobody can tell afterwards which attacks came, which passed and whom the filter hit wrongly.',
  fix: {
    console: 'Open “Security”, “Model Armor”, the template, and edit its detections and enforcement.',
    cli: 'gcloud model-armor templates update TEMPLATE --location=REGION --template-metadata-log-sanitize-operations',
    terraform: 'resource "google_model_armor_template" "…" {\n  # filter_config and template_metadata\n}',
  },
  source:
    'google.cloud.modelarmor.v1.Template of @google-cloud/modelarmor; a filter that is absent is not applied (ProtoJSON omits defaults)',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ templateMetadata: { logSanitizeOperations: true } }],
    fail: [{}, { templateMetadata: { logSanitizeOperations: false } }],
    unknown: [{ templateMetadata: { logSanitizeOperations: 'yes' } }],
  },
});
