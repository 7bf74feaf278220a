import { armorTemplate } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(armorTemplate, {
  title: 'Model Armor templates look for sensitive data',
  severity: 'medium',
  fails: all(
    field('filterConfig.sdpSettings.basicConfig.filterEnforcement')
      .absentIs('DISABLED', PROTO_JSON)
      .isNot('ENABLED'),
    field('filterConfig.sdpSettings.advancedConfig.inspectTemplate').isEmpty(),
  ),
  why: 'Personal data and credentials go into prompts and come out in answers, and nothing takes them out.',
  fix: {
    console: 'Open “Security”, “Model Armor”, the template, and edit its detections and enforcement.',
    cli: 'gcloud model-armor templates update TEMPLATE --location=REGION --basic-config-filter-enforcement=enabled',
    terraform: 'resource "google_model_armor_template" "…" {\n  # filter_config and template_metadata\n}',
  },
  source:
    'google.cloud.modelarmor.v1.Template of @google-cloud/modelarmor; a filter that is absent is not applied (ProtoJSON omits defaults)',
  frameworks: { 'mitre-atlas': ['AML.T0057'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      { filterConfig: { sdpSettings: { basicConfig: { filterEnforcement: 'ENABLED' } } } },
      {
        filterConfig: {
          sdpSettings: { advancedConfig: { inspectTemplate: 'projects/p/inspectTemplates/t' } },
        },
      },
    ],
    fail: [{}, { filterConfig: { sdpSettings: { basicConfig: { filterEnforcement: 'DISABLED' } } } }],
    unknown: [{ filterConfig: { sdpSettings: { basicConfig: { filterEnforcement: 'PARTLY' } } } }],
  },
});
