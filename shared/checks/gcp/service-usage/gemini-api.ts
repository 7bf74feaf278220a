import { enabledServices } from '#shared/assets/gcp/service-usage.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

export default check(enabledServices, {
  title: 'The Gemini API of developers is off where Vertex AI serves',
  severity: 'low',
  fails: some('services', field('config.name').is('generativelanguage.googleapis.com'), {
    absentIsEmpty: PROTO_JSON,
  }),
  why: 'generativelanguage.googleapis.com answers whoever has an API key. Vertex AI serves the same models to identities, in a chosen region, under the rules of the organisation.',
  fix: {
    console:
      'Open “APIs and services”, “Gemini API”, and choose “Disable API”; move callers to Vertex AI first.',
    cli: 'gcloud services disable generativelanguage.googleapis.com --project=PROJECT',
    terraform:
      'resource "google_project_service" "…" {\n  # remove service = "generativelanguage.googleapis.com"\n}',
  },
  source: 'google.api.serviceusage.v1.Service.config.name, from services.list with filter=state:ENABLED',
  frameworks: { 'mitre-atlas': ['AML.T0040'], 'iso-42001': ['A.10.2'] },
  peers: { union: ['gcp.gemini.api-enabled'], prowler: ['gemini_api_disabled'] },
  examples: {
    pass: [{ services: [{ config: { name: 'aiplatform.googleapis.com' } }] }],
    fail: [{ services: [{ config: { name: 'generativelanguage.googleapis.com' } }] }],
    unknown: [{ services: 'all' }],
  },
});
