import { armorTemplate } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(armorTemplate, {
  title: 'Model Armor templates look for malicious addresses',
  severity: 'medium',
  fails: field('filterConfig.maliciousUriFilterSettings.filterEnforcement')
    .absentIs('DISABLED', PROTO_JSON)
    .isNot('ENABLED'),
  why: 'Answers may carry links to phishing or malware that somebody planted in what the model reads.',
  fix: {
    console: 'Open “Security”, “Model Armor”, the template, and edit its detections and enforcement.',
    cli: 'gcloud model-armor templates update TEMPLATE --location=REGION --malicious-uri-filter-settings-enforcement=enabled',
    terraform: 'resource "google_model_armor_template" "…" {\n  # filter_config and template_metadata\n}',
  },
  source:
    'google.cloud.modelarmor.v1.Template of @google-cloud/modelarmor; a filter that is absent is not applied (ProtoJSON omits defaults)',
  frameworks: { 'mitre-atlas': ['AML.T0051.001'], 'owasp-llm-2026': ['LLM05:2026'] },
  examples: {
    pass: [{ filterConfig: { maliciousUriFilterSettings: { filterEnforcement: 'ENABLED' } } }],
    fail: [{}, { filterConfig: { maliciousUriFilterSettings: { filterEnforcement: 'DISABLED' } } }],
    unknown: [{ filterConfig: { maliciousUriFilterSettings: { filterEnforcement: 7 } } }],
  },
});
