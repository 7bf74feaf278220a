import { enabledServices } from '#shared/assets/gcp/service-usage.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not, type Predicate, some } from '#shared/model/predicate.ts';

const enables = (service: string): Predicate =>
  some('services', field('config.name').is(service), { absentIsEmpty: PROTO_JSON });

export default check(enabledServices, {
  title: 'Model Armor is on in projects that use Vertex AI',
  severity: 'medium',
  applies: enables('aiplatform.googleapis.com'),
  fails: not(enables('modelarmor.googleapis.com')),
  why: 'No template and no floor can screen prompts and answers while the API is off: injections, leaks and malicious addresses pass unseen.',
  fix: {
    console:
      'Open “Security”, “Model Armor”, and choose “Enable API”; then make a template or set the floor.',
    cli: 'gcloud services enable modelarmor.googleapis.com --project=PROJECT',
    terraform: 'resource "google_project_service" "…" {\n  service = "modelarmor.googleapis.com"\n}',
  },
  source: 'google.api.serviceusage.v1.Service.config.name, from services.list with filter=state:ENABLED',
  frameworks: {
    'mitre-atlas': ['AML.T0051', 'AML.T0054'],
    'owasp-llm-2026': ['LLM01:2026'],
    'nist-ai-rmf': ['MANAGE 2.2'],
  },
  examples: {
    pass: [
      {
        services: [
          { config: { name: 'aiplatform.googleapis.com' } },
          { config: { name: 'modelarmor.googleapis.com' } },
        ],
      },
    ],
    fail: [{ services: [{ config: { name: 'aiplatform.googleapis.com' } }] }],
    unknown: [{ services: 'all' }],
    notApplicable: [{ services: [{ config: { name: 'storage.googleapis.com' } }] }],
  },
});
