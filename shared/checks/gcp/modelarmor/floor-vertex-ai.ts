import { armorFloor } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { any, field, not } from '#shared/model/predicate.ts';

export default check(armorFloor, {
  title: 'Vertex AI applies the floor of Model Armor',
  severity: 'medium',
  fails: any(
    field('enableFloorSettingEnforcement').absentIs(false, PROTO_JSON).isNot(true),
    not(field('integratedServices').absentIs([], PROTO_JSON).includes('AI_PLATFORM')),
  ),
  why: 'Calls of Gemini through Vertex AI are not screened unless each caller names a template; the floor does it for all of them.',
  fix: {
    console: 'Open “Security”, “Model Armor”, “Floor settings”.',
    cli: 'gcloud model-armor floorsettings update --full-uri=projects/PROJECT/locations/global/floorSetting --add-integrated-services=VERTEX_AI',
    terraform:
      'resource "google_model_armor_floorsetting" "…" {\n  # enable_floor_setting_enforcement, integrated_services, ai_platform_floor_setting\n}',
  },
  source:
    'google.cloud.modelarmor.v1.FloorSetting of @google-cloud/modelarmor; what is absent is off (ProtoJSON omits defaults)',
  frameworks: { 'mitre-atlas': ['AML.T0051', 'AML.T0054'], 'owasp-llm-2026': ['LLM01:2026'] },
  examples: {
    pass: [
      { enableFloorSettingEnforcement: true, integratedServices: ['AI_PLATFORM'] },
      { enableFloorSettingEnforcement: true, integratedServices: ['GOOGLE_MCP_SERVER', 'AI_PLATFORM'] },
    ],
    fail: [{}, { integratedServices: ['AI_PLATFORM'] }, { enableFloorSettingEnforcement: true }],
    unknown: [{ enableFloorSettingEnforcement: true, integratedServices: 'AI_PLATFORM' }],
  },
});
