import { armorFloor } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(armorFloor, {
  title: 'The floor of Model Armor blocks what it finds in Vertex AI',
  severity: 'medium',
  applies: field('integratedServices').absentIs([], PROTO_JSON).includes('AI_PLATFORM'),
  fails: field('aiPlatformFloorSetting.inspectAndBlock').absentIs(false, PROTO_JSON).isNot(true),
  why: 'A floor that only inspects reports the attack and lets it through.',
  fix: {
    console: 'Open “Security”, “Model Armor”, “Floor settings”.',
    cli: 'gcloud model-armor floorsettings update --full-uri=projects/PROJECT/locations/global/floorSetting --vertex-ai-enforcement-type=INSPECT_AND_BLOCK',
    terraform:
      'resource "google_model_armor_floorsetting" "…" {\n  # enable_floor_setting_enforcement, integrated_services, ai_platform_floor_setting\n}',
  },
  source:
    'google.cloud.modelarmor.v1.FloorSetting of @google-cloud/modelarmor; what is absent is off (ProtoJSON omits defaults)',
  frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'] },
  examples: {
    pass: [{ integratedServices: ['AI_PLATFORM'], aiPlatformFloorSetting: { inspectAndBlock: true } }],
    fail: [{ integratedServices: ['AI_PLATFORM'], aiPlatformFloorSetting: { inspectOnly: true } }],
    unknown: [{ integratedServices: ['AI_PLATFORM'], aiPlatformFloorSetting: { inspectAndBlock: 'yes' } }],
    notApplicable: [{}],
  },
});
