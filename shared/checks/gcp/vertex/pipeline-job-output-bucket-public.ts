import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(pipelineJob, {
  title: 'Vertex AI pipeline jobs write to a bucket that is not public',
  relation: 'writes-to',
  danger: 'public',
  applies: field('runtimeConfig.gcsOutputDirectory')
    .absentIs('', PROTO_JSON)
    .matches(/^gs:\/\//),
  why: 'What passes between the steps lies there, from data to finished models, for anybody to copy, and where the grant allows writing, to replace before the next step reads it.',
  source: 'google.cloud.aiplatform.v1.PipelineJob.RuntimeConfig.gcs_output_directory',
  frameworks: {
    'mitre-atlas': ['AML.T0044', 'AML.T0020'],
    'owasp-llm-2026': ['LLM05:2026'],
    'owasp-ml-2023': ['ML05:2023', 'ML10:2023'],
  },
  examples: {
    named: { runtimeConfig: { gcsOutputDirectory: 'gs://acme-pipelines/churn' } },
    notApplicable: {},
  },
});
