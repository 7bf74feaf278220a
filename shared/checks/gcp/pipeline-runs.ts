import { PIPELINE_SPEC, PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { SECRET_KINDS } from '#shared/assets/secret-kinds.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, any, field, type Predicate, some } from '#shared/model/predicate.ts';
import { posted, provisioned } from './fixes.ts';
import { hasSecretIn } from './predicates.ts';

/** Pipeline jobs, and schedules, which create one after the other. */
interface PipelineRun {
  readonly assetType: AssetType;
  /** “Vertex AI pipeline jobs” */
  readonly things: string;
  /** Where the PipelineJob stands: at the top, or within what a schedule creates. */
  readonly at: '' | 'createPipelineJobRequest.pipelineJob.';
  /** The collection that it is created in again. */
  readonly collection: 'pipelineJobs' | 'schedules';
}

/** Examples say what stands in the PipelineJob. */
const withRun =
  ({ at }: PipelineRun) =>
  (run: JsonObject): JsonObject =>
    at === '' ? run : { createPipelineJobRequest: { pipelineJob: run } };

const again = ({ collection }: PipelineRun): string => posted(collection, { displayName: '…' });

export function templateDigestCheck(run: PipelineRun): UnnamedCheck {
  const { assetType, things, at } = run;
  const of = withRun(run);
  const template = 'https://us-central1-kfp.pkg.dev/acme-ml/pipelines/churn';
  return check(assetType, {
    title: `${things} name their template by digest`,
    severity: 'low',
    applies: all(field(`${at}templateUri`).isPresent(), field(`${at}templateUri`).matches(/./)),
    fails: field(`${at}templateUri`).matches(/^(?!.*\/sha256:[0-9a-f]{64}$)./),
    why: 'Whoever may move a tag of the template registry decides what the next run does, as its service account and with its data.',
    fix: {
      console:
        'Open the template in the registry, choose a version by its digest, and create the run from there.',
      cli: `${again(run)} (with templateUri: https://REGION-kfp.pkg.dev/PROJECT/REPOSITORY/PIPELINE/sha256:…)`,
      terraform: provisioned(again(run)),
    },
    source:
      'google.cloud.aiplatform.v1.PipelineJob.template_uri; PipelineTemplateMetadata.version: “Format is sha256:abcdef123456...”',
    frameworks: { 'mitre-atlas': ['AML.T0010.001'], 'owasp-llm-2026': ['LLM04:2026'] },
    examples: {
      pass: [of({ templateUri: `${template}/sha256:${'0f'.repeat(32)}` })],
      fail: [of({ templateUri: `${template}/latest` }), of({ templateUri: template })],
      unknown: [of({ templateUri: 7 })],
      notApplicable: [of({}), of({ templateUri: '' })],
    },
  });
}

const isSecret: Predicate = field('').isOneOf(...SECRET_KINDS);

export function parameterSecretCheck(run: PipelineRun): UnnamedCheck {
  const { assetType, things, at } = run;
  const of = withRun(run);
  return check(assetType, {
    title: `${things} are given no secret as a parameter`,
    severity: 'high',
    applies: field(`${at}runtimeConfig`).isPresent(),
    fails: any(
      ...['parameterValues', 'parameters'].map((key) =>
        some(`${at}runtimeConfig.${key}`, isSecret, { absentIsEmpty: PROTO_JSON }),
      ),
    ),
    why: 'Parameters are shown with every run and recorded in its lineage. Whoever may look at pipelines is let in wherever the secret opens.',
    fix: {
      console:
        'Replace the secret where it was issued, keep the new one in Secret Manager, and let the step that needs it read it there as its service account.',
      cli: 'gcloud secrets create NAME --data-file=-; gcloud secrets add-iam-policy-binding NAME --member=serviceAccount:… --role=roles/secretmanager.secretAccessor',
      terraform:
        'resource "google_secret_manager_secret" "…" {\n  secret_id = "NAME"\n  replication {\n    auto {}\n  }\n}',
    },
    source:
      'google.cloud.aiplatform.v1.PipelineJob.RuntimeConfig.parameter_values and parameters; values are dropped when read, their kinds stand in their place',
    frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
    examples: {
      pass: [of({ runtimeConfig: { parameterValues: { epochs: 'plain' } } })],
      fail: [
        of({ runtimeConfig: { parameterValues: { epochs: 'plain', key: 'model-provider-key' } } }),
        of({ runtimeConfig: { parameters: { token: 'named-like-a-secret' } } }),
      ],
      unknown: [of({ runtimeConfig: { parameterValues: 'x' } })],
      notApplicable: [of({})],
    },
  });
}

export const executorsOf = (at: string): string => `${at}pipelineSpec.deploymentSpec.executors`;

export function stepSecretCheck(run: PipelineRun): UnnamedCheck {
  const { assetType, things, at } = run;
  const of = withRun(run);
  const step = (env: unknown): JsonObject =>
    of({ pipelineSpec: { deploymentSpec: { executors: { train: { container: { env } } } } } } as JsonObject);
  return check(assetType, {
    title: `${things} have no secret in the environment of a step`,
    severity: 'high',
    // A pipeline that is taken from a template has no specification here.
    applies: field(executorsOf(at)).isPresent(),
    fails: some(executorsOf(at), hasSecretIn('container.env')),
    why: 'The specification is kept with every run, and everybody who may look at pipelines reads the value. Whoever holds it is let in wherever it opens.',
    fix: {
      console:
        'Replace the secret where it was issued, keep the new one in Secret Manager, and compile the pipeline again so that the step reads it there.',
      cli: `gcloud secrets create NAME --data-file=-; ${again(run)} (compiled without the variable)`,
      terraform: provisioned(again(run)),
    },
    source: `${PIPELINE_SPEC}.env; values are dropped when read, their kind stands in \`valueKind\``,
    frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
    examples: {
      pass: [step([{ name: 'LOG_LEVEL', valueKind: 'plain' }])],
      fail: [step([{ name: 'HF_TOKEN', valueKind: 'hugging-face-token' }])],
      unknown: [step('HF_TOKEN=x')],
      notApplicable: [of({}), of({ pipelineSpec: {} })],
    },
  });
}
