import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { batchPredictionJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(batchPredictionJob, {
  title: 'Vertex AI batch prediction jobs write to a bucket that is not public',
  relation: 'writes-to',
  danger: 'public',
  applies: field('outputConfig.gcsDestination.outputUriPrefix')
    .absentIs('', PROTO_JSON)
    .matches(/^gs:\/\//),
  why: 'The instances lie there beside the predictions: what was asked about whom, and the answer, for anybody to copy or to change before it is used.',
  source: 'google.cloud.aiplatform.v1.BatchPredictionJob.output_config.gcs_destination.output_uri_prefix',
  frameworks: {
    'mitre-atlas': ['AML.T0035', 'AML.T0024'],
    'owasp-llm-2026': ['LLM02:2026'],
    'owasp-ml-2023': ['ML09:2023'],
  },
  examples: {
    named: { outputConfig: { gcsDestination: { outputUriPrefix: 'gs://acme-predictions/churn' } } },
    notApplicable: { outputConfig: { bigqueryDestination: { outputUri: 'bq://acme-ml' } } },
  },
});
