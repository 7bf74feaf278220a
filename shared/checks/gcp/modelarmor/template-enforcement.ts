import { armorTemplate } from '#shared/assets/gcp/modelarmor.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(armorTemplate, {
  title: 'Model Armor templates block what they find',
  severity: 'medium',
  fails: field('templateMetadata.enforcementType')
    .absentIs('ENFORCEMENT_TYPE_UNSPECIFIED', PROTO_JSON)
    .is('INSPECT_ONLY'),
  why: 'A template that only inspects reports the attack and lets it through.',
  fix: {
    console: 'Open “Security”, “Model Armor”, the template, and edit its detections and enforcement.',
    cli: 'gcloud model-armor templates update TEMPLATE --location=REGION --template-metadata-enforcement-type=inspect-and-block',
    terraform: 'resource "google_model_armor_template" "…" {\n  # filter_config and template_metadata\n}',
  },
  source:
    'google.cloud.modelarmor.v1.Template of @google-cloud/modelarmor; a filter that is absent is not applied (ProtoJSON omits defaults)',
  frameworks: {
    'mitre-atlas': ['AML.T0051'],
    'owasp-llm-2026': ['LLM01:2026'],
    'nist-ai-rmf': ['MANAGE 2.2'],
  },
  examples: {
    pass: [{ templateMetadata: { enforcementType: 'INSPECT_AND_BLOCK' } }, {}],
    fail: [{ templateMetadata: { enforcementType: 'INSPECT_ONLY' } }],
    unknown: [{ templateMetadata: { enforcementType: 'INSPECT' } }],
  },
});
