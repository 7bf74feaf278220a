import { effectivePolicy } from '#shared/assets/gcp/orgpolicy.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { any, field, not, some } from '#shared/model/predicate.ts';

const ALLOWED_BY_DEFAULT =
  'docs.cloud.google.com/vertex-ai/generative-ai/docs/control-model-access: every model may be used unless a policy says otherwise';

const name = 'projects/acme/policies/vertexai.allowedModels';

export default check(effectivePolicy, {
  title: 'The organisation says which models of Vertex AI may be used',
  severity: 'low',
  applies: field('name').matches(/\/policies\/vertexai\.allowedModels$/),
  fails: not(
    some(
      'spec.rules',
      any(
        field('denyAll').absentIs(false, PROTO_JSON).is(true),
        not(field('values.allowedValues').isEmpty()),
        not(field('values.deniedValues').isEmpty()),
      ),
      { absentIsEmpty: ALLOWED_BY_DEFAULT },
    ),
  ),
  why: 'Anybody with a role in Vertex AI can call or deploy any model of the garden, whoever published it and under whatever licence.',
  fix: {
    console:
      'Open “Organization policies”, find vertexai.allowedModels, and name the models that are allowed.',
    cli: 'gcloud org-policies set-policy policy.yaml',
    terraform:
      'resource "google_org_policy_policy" "…" {\n  name = "projects/PROJECT/policies/vertexai.allowedModels"\n  spec {\n    rules {\n      values { allowed_values = ["publishers/google/models/gemini-2.5-pro:predict"] }\n    }\n  }\n}',
  },
  source: `google.cloud.orgpolicy.v2.Policy.spec.rules, from getEffectivePolicy; ${ALLOWED_BY_DEFAULT}`,
  frameworks: { 'mitre-atlas': ['AML.T0010'], 'iso-42001': ['A.10.3'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['gcp.orgpolicy.vertex-allowed-models'] },
  examples: {
    pass: [
      { name, spec: { rules: [{ values: { allowedValues: ['publishers/google/models/gemini:predict'] } }] } },
      { name, spec: { rules: [{ denyAll: true }] } },
    ],
    fail: [{ name }, { name, spec: { rules: [{ allowAll: true }] } }],
    unknown: [{ name, spec: { rules: [{ denyAll: 'yes' }] } }],
    notApplicable: [{ name: 'projects/acme/policies/gcp.resourceLocations' }],
  },
});
