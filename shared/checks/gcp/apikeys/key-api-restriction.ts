import { apiKey } from '#shared/assets/gcp/apikeys.ts';
import { enabledServices } from '#shared/assets/gcp/service-usage.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, related, some } from '#shared/model/predicate.ts';
import { GEMINI, KEY_SOURCE, mayCallAnything, mayCallGemini } from './targets.ts';

const project = (services: string[]) => ({
  $related: {
    'attached-to': [{ services: services.map((name) => ({ config: { name } })) }],
  },
});

export default check(apiKey, {
  title: 'API keys of projects with the Gemini API are for one API only',
  severity: 'high',
  applies: related(
    'attached-to',
    enabledServices,
    some('services', field('config.name').is(GEMINI), { absentIsEmpty: PROTO_JSON }),
  ),
  fails: any(
    mayCallAnything,
    all(
      mayCallGemini,
      some('restrictions.apiTargets', field('service').isNot(GEMINI), { absentIsEmpty: PROTO_JSON }),
    ),
  ),
  why: 'Keys for maps and the like stand in web pages and apps. Where one of them also opens Gemini, whoever reads the page runs prompts at the project’s cost, and reads files that were uploaded to it.',
  fix: {
    console: 'Open “APIs and services”, “Credentials”, the key, “API restrictions”, and select one API.',
    cli: 'gcloud services api-keys update KEY --api-target=service=generativelanguage.googleapis.com',
    terraform:
      'resource "google_apikeys_key" "…" {\n  restrictions {\n    api_targets { service = "generativelanguage.googleapis.com" }\n  }\n}',
  },
  source: KEY_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0040'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: { union: ['gcp.apikeys.gemini-unrestricted'], prowler: ['apikeys_api_restricted_with_gemini_api'] },
  examples: {
    pass: [
      {
        $config: {
          restrictions: {
            apiTargets: [{ service: 'maps.googleapis.com' }, { service: 'places.googleapis.com' }],
          },
        },
        ...project([GEMINI]),
      },
    ],
    fail: [
      { $config: {}, ...project([GEMINI]) },
      {
        $config: { restrictions: { apiTargets: [{ service: GEMINI }, { service: 'maps.googleapis.com' }] } },
        ...project([GEMINI]),
      },
    ],
    notApplicable: [{ $config: {}, ...project(['maps.googleapis.com']) }],
  },
});
