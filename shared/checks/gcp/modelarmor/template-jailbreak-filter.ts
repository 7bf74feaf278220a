import { armorTemplate } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(armorTemplate, {
  title: 'Model Armor templates look for prompt injection and jailbreaks',
  severity: 'high',
  fails: field('filterConfig.piAndJailbreakFilterSettings.filterEnforcement')
    .absentIs('DISABLED', PROTO_JSON)
    .isNot('ENABLED'),
  why: 'Whatever calls the template believes itself screened, while the attack that matters most passes.',
  fix: {
    console: 'Open “Security”, “Model Armor”, the template, and edit its detections and enforcement.',
    cli: 'gcloud model-armor templates update TEMPLATE --location=REGION --pi-and-jailbreak-filter-settings-enforcement=enabled',
    terraform: 'resource "google_model_armor_template" "…" {\n  # filter_config and template_metadata\n}',
  },
  source:
    'google.cloud.modelarmor.v1.Template of @google-cloud/modelarmor; a filter that is absent is not applied (ProtoJSON omits defaults)',
  frameworks: { 'mitre-atlas': ['AML.T0051', 'AML.T0054'], 'owasp-llm-2026': ['LLM01:2026'] },
  examples: {
    pass: [{ filterConfig: { piAndJailbreakFilterSettings: { filterEnforcement: 'ENABLED' } } }],
    fail: [{}, { filterConfig: { piAndJailbreakFilterSettings: { filterEnforcement: 'DISABLED' } } }],
    unknown: [{ filterConfig: { piAndJailbreakFilterSettings: { filterEnforcement: 'SOMETIMES' } } }],
  },
});
