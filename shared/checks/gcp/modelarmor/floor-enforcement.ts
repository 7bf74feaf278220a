import { armorFloor } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(armorFloor, {
  title: 'The floor of Model Armor is enforced',
  severity: 'medium',
  fails: field('enableFloorSettingEnforcement').absentIs(false, PROTO_JSON).isNot(true),
  why: 'Templates may then look for less than the project wants, or for nothing, and nobody is told.',
  fix: {
    console: 'Open “Security”, “Model Armor”, “Floor settings”.',
    cli: 'gcloud model-armor floorsettings update --full-uri=projects/PROJECT/locations/global/floorSetting --enable-floor-setting-enforcement=true',
    terraform:
      'resource "google_model_armor_floorsetting" "…" {\n  # enable_floor_setting_enforcement, integrated_services, ai_platform_floor_setting\n}',
  },
  source:
    'google.cloud.modelarmor.v1.FloorSetting of @google-cloud/modelarmor; what is absent is off (ProtoJSON omits defaults)',
  frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'], 'iso-42001': ['A.6.2.6'] },
  examples: {
    pass: [{ enableFloorSettingEnforcement: true }],
    fail: [{}, { enableFloorSettingEnforcement: false }],
    unknown: [{ enableFloorSettingEnforcement: 'TRUE' }],
  },
});
