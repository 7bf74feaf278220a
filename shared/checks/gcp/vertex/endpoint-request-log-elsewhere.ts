import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import type { Asset } from '#shared/model/asset.ts';
import { check } from '#shared/model/check.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { field, judgedBy } from '#shared/model/predicate.ts';
import { resource } from '../fixes.ts';

const PATH = 'predictRequestResponseLoggingConfig.bigqueryDestination.outputUri';

const expected = 'a table of the project that the endpoint is in';

/** `bq://project`, `bq://project.dataset` or `bq://project.dataset.table`; ids of projects hold no dots. */
const projectOf = (address: string): string | undefined => /^bq:\/\/(?:[^.:/]+:)?([^./]+)/.exec(address)?.[1];

const isNumber = (project: string): boolean => /^\d+$/.test(project);

function addressIn({ config }: Asset): unknown {
  let current: unknown = config;
  for (const key of PATH.split('.')) current = isObject(current) ? current[key] : undefined;
  return current;
}

const logging = (outputUri: Json) => ({
  predictRequestResponseLoggingConfig: { enabled: true, bigqueryDestination: { outputUri } },
});

export default check(vertexEndpoint, {
  title: 'Vertex AI endpoints log requests to a table of their own project',
  severity: 'medium',
  applies: field(PATH).isPresent(),
  fails: judgedBy({
    sentence: 'requests and responses are written to a table of another project',
    reads: [PATH],
    judge: (asset) => {
      const address = addressIn(asset);
      const project = typeof address === 'string' ? projectOf(address) : undefined;
      // By its id or its number in the scope, by its number in the endpoint’s own name.
      const own = [asset.scope.account, /\/projects\/(\d+)\//.exec(asset.id)?.[1]];
      const isOwn = project !== undefined && own.includes(project);
      // An id and a number may be of one project: nobody can say.
      const isForeign =
        project !== undefined &&
        !isOwn &&
        own.some((name) => name !== undefined && isNumber(name) === isNumber(project));
      return {
        truth: isForeign || (isOwn ? false : undefined),
        evidence: [{ path: PATH, state: 'read', expected }],
      };
    },
  }),
  why: 'Everything that the model is asked and answers flows to where another team, or another company, decides who reads it and for how long.',
  fix: {
    console:
      'Create the endpoint again with a table of this project under “Request-response logging”, and move callers over.',
    cli: 'gcloud ai endpoints create --region=REGION --display-name=… --request-response-logging-table=bq://PROJECT.DATASET.TABLE --request-response-logging-rate=1',
    terraform: resource(
      'google_vertex_ai_endpoint',
      'predict_request_response_logging_config {',
      '  bigquery_destination {',
      '    output_uri = "bq://PROJECT.DATASET.TABLE"',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.PredictRequestResponseLoggingConfig.bigquery_destination, BigQueryDestination.output_uri: “bq://projectId.bqDatasetId.bqTableId”',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0085'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    // The project of examples is 111122223333.
    pass: [logging('bq://111122223333.serving.requests')],
    fail: [logging('bq://444455556666.serving.requests'), logging('bq://444455556666')],
    unknown: [logging('bq://acme-ml.serving.requests'), logging('somewhere'), logging(7)],
    notApplicable: [{}, { predictRequestResponseLoggingConfig: { enabled: true } }],
  },
});
