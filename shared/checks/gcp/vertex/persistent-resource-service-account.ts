import { persistentResource } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { posted, resource } from '../fixes.ts';
import { DEFAULT_COMPUTE_ACCOUNT, isOff } from '../predicates.ts';

const SPEC = 'resourceRuntimeSpec.serviceAccountSpec';
const example = (serviceAccountSpec: object) => ({
  resourceRuntimeSpec: { serviceAccountSpec: { ...serviceAccountSpec } },
});

export default check(persistentResource, {
  title: 'Vertex AI persistent resources run workloads as a service account made for them',
  severity: 'medium',
  fails: any(
    isOff(`${SPEC}.enableCustomServiceAccount`),
    field(`${SPEC}.serviceAccount`)
      .absentIs('', 'each workload then brings its own (ServiceAccountSpec.service_account)')
      .matches(DEFAULT_COMPUTE_ACCOUNT),
  ),
  why: 'Whatever runs there acts as the service agent that all jobs share and that reads the storage of the whole project.',
  fix: {
    console: 'Create the resource again with a service account chosen, and delete the old one.',
    cli: posted('persistentResources?persistentResourceId=ID', {
      displayName: '…',
      resourceRuntimeSpec: { serviceAccountSpec: { enableCustomServiceAccount: true } },
    }),
    terraform: resource(
      'google_vertex_ai_persistent_resource',
      'resource_runtime_spec {',
      '  service_account_spec {',
      '    enable_custom_service_account = true',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.ServiceAccountSpec.enable_custom_service_account: “Otherwise, uses the Vertex AI Custom Code Service Agent”',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011.001'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      example({ enableCustomServiceAccount: true, serviceAccount: 'ray@acme-ml.iam.gserviceaccount.com' }),
      example({ enableCustomServiceAccount: true }),
    ],
    fail: [
      {},
      example({ enableCustomServiceAccount: false }),
      example({
        enableCustomServiceAccount: true,
        serviceAccount: '123456789012-compute@developer.gserviceaccount.com',
      }),
    ],
    unknown: [example({ enableCustomServiceAccount: 'yes' })],
  },
});
