import { PIPELINE_SPEC } from '#shared/assets/gcp/vertex-fields.ts';
import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';
import { executorsOf } from '../pipeline-runs.ts';
import { UNPINNED_IMAGE } from '../predicates.ts';

const step = (container: object) => ({
  pipelineSpec: { deploymentSpec: { executors: { train: { container: { ...container } } } } },
});

const command = posted('pipelineJobs', { displayName: '…', pipelineSpec: '…' });

export default check(pipelineJob, {
  title: 'Vertex AI pipeline jobs name the images of their steps by digest',
  severity: 'low',
  applies: field(executorsOf('')).isPresent(),
  fails: some(
    executorsOf(''),
    field('container.image')
      .absentIs('', 'a step that imports or resolves runs no image')
      .matches(UNPINNED_IMAGE),
  ),
  why: 'Whoever can push to the repository decides what the next run of the same pipeline executes, with its service account and data.',
  fix: {
    console: 'Compile the pipeline with base images given as …@sha256:… and create the next run from it.',
    cli: `${command} (compiled with base_image=REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:…)`,
    terraform: provisioned(command),
  },
  source: `${PIPELINE_SPEC}.image`,
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [
      step({ image: `us-docker.pkg.dev/acme-ml/train/churn@sha256:${'0f'.repeat(32)}` }),
      { pipelineSpec: { deploymentSpec: { executors: { importer: {} } } } },
    ],
    fail: [step({ image: 'python:3.12' })],
    unknown: [step({ image: 7 })],
    notApplicable: [{}],
  },
});
