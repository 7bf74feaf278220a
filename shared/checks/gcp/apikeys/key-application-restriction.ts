import { apiKey } from '#shared/assets/gcp/apikeys.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { GEMINI, KEY_SOURCE } from './targets.ts';

export default check(apiKey, {
  title: 'API keys for Gemini are bound to a website, an address or an app',
  severity: 'medium',
  applies: some('restrictions.apiTargets', field('service').is(GEMINI), { absentIsEmpty: KEY_SOURCE }),
  fails: all(
    ...['browser', 'server', 'android', 'ios'].map((kind) =>
      field(`restrictions.${kind}KeyRestrictions`).isAbsent(),
    ),
  ),
  why: 'A key that leaks works from anywhere; keys in public code are found and used within minutes.',
  fix: {
    console:
      'Open “APIs and services”, “Credentials”, the key, “Application restrictions”; better, call Vertex AI with an identity and delete the key.',
    cli: 'gcloud services api-keys update KEY --allowed-ips=192.0.2.0/28',
    terraform:
      'resource "google_apikeys_key" "…" {\n  restrictions {\n    server_key_restrictions { allowed_ips = ["192.0.2.0/28"] }\n  }\n}',
  },
  source: KEY_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-llm-2026': ['LLM10:2026'] },
  examples: {
    pass: [
      {
        restrictions: {
          apiTargets: [{ service: GEMINI }],
          serverKeyRestrictions: { allowedIps: ['192.0.2.1'] },
        },
      },
    ],
    fail: [{ restrictions: { apiTargets: [{ service: GEMINI }] } }],
    notApplicable: [{ restrictions: { apiTargets: [{ service: 'maps.googleapis.com' }] } }],
  },
});
