import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { resource } from '../fixes.ts';
import { isOn } from '../predicates.ts';

const logging = (config: object) => ({
  deployedModels: [{ id: '1' }],
  predictRequestResponseLoggingConfig: { ...config },
});

export default check(vertexEndpoint, {
  title: 'Vertex AI endpoints that log requests log all of them',
  severity: 'low',
  applies: all(not(field('deployedModels').isEmpty()), isOn('predictRequestResponseLoggingConfig.enabled')),
  fails: not(field('predictRequestResponseLoggingConfig.samplingRate').absentIs(0, PROTO_JSON).atLeast(1)),
  why: 'Of an attack that takes a few requests, a sample most likely shows none.',
  fix: {
    console:
      'Create the endpoint again with request-response logging at a rate of 1, or keep the lower rate and suppress this finding where the traffic is too much to keep.',
    cli: 'gcloud ai endpoints create --region=REGION --display-name=… --request-response-logging-table=bq://PROJECT.DATASET.TABLE --request-response-logging-rate=1',
    terraform: resource(
      'google_vertex_ai_endpoint',
      'predict_request_response_logging_config {',
      '  enabled       = true',
      '  sampling_rate = 1',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.PredictRequestResponseLoggingConfig.sampling_rate: a “fraction in range(0,1]” of the requests',
  frameworks: { 'mitre-atlas': ['AML.T0024'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [logging({ enabled: true, samplingRate: 1 })],
    fail: [logging({ enabled: true, samplingRate: 0.1 }), logging({ enabled: true })],
    unknown: [logging({ enabled: true, samplingRate: 'all' })],
    notApplicable: [{}, logging({ enabled: false }), logging({})],
  },
});
