import { armorFloor } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(armorFloor, {
  title: 'The floor of Model Armor logs what it screens',
  severity: 'low',
  applies: field('integratedServices').absentIs([], PROTO_JSON).includes('AI_PLATFORM'),
  fails: field('aiPlatformFloorSetting.enableCloudLogging').absentIs(false, PROTO_JSON).isNot(true),
  why: 'Nobody can tell afterwards which attacks came and which passed.',
  fix: {
    console: 'Open “Security”, “Model Armor”, “Floor settings”.',
    cli: 'gcloud model-armor floorsettings update --full-uri=projects/PROJECT/locations/global/floorSetting --enable-vertex-ai-cloud-logging',
    terraform:
      'resource "google_model_armor_floorsetting" "…" {\n  # enable_floor_setting_enforcement, integrated_services, ai_platform_floor_setting\n}',
  },
  source:
    'google.cloud.modelarmor.v1.FloorSetting of @google-cloud/modelarmor; what is absent is off (ProtoJSON omits defaults)',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ integratedServices: ['AI_PLATFORM'], aiPlatformFloorSetting: { enableCloudLogging: true } }],
    fail: [{ integratedServices: ['AI_PLATFORM'], aiPlatformFloorSetting: {} }],
    unknown: [{ integratedServices: ['AI_PLATFORM'], aiPlatformFloorSetting: { enableCloudLogging: 'yes' } }],
    notApplicable: [{}],
  },
});
