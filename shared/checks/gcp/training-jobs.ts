import { bucket } from '#shared/assets/gcp/storage.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type Peers, type UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { any, field, related, some } from '#shared/model/predicate.ts';
import { CLOSED_BUCKET, provisioned } from './fixes.ts';
import {
  actsAsDefaultAccount,
  hasSecretAmong,
  hasSecretIn,
  isOn,
  isOutsideNetwork,
  isPublicBucket,
  startsWithSecret,
  UNPINNED_IMAGE,
} from './predicates.ts';

/** Custom jobs, and hyperparameter tuning jobs, whose trials each run the same CustomJobSpec. */
interface TrainingJob {
  readonly assetType: AssetType;
  /** “Vertex AI custom jobs” */
  readonly things: string;
  /** The key of the CustomJobSpec. */
  readonly at: 'jobSpec' | 'trialJobSpec';
  /** `gcloud ai custom-jobs` */
  readonly command: 'custom-jobs' | 'hp-tuning-jobs';
  readonly peers?: Peers;
}

const create = (command: string, flags: string): string =>
  `gcloud ai ${command} create --region=REGION --display-name=… --config=job.yaml${flags}`;

const peersOf = ({ peers }: TrainingJob) => (peers ? { peers } : {});

/** Examples say what stands in the spec. */
const withSpec =
  ({ at }: TrainingJob) =>
  (spec: JsonObject): JsonObject => ({ [at]: spec });

export function webAccessCheck(job: TrainingJob): UnnamedCheck {
  const { assetType, things, at, command } = job;
  const spec = withSpec(job);
  return check(assetType, {
    title: `${things} offer no interactive shell`,
    severity: 'high',
    fails: isOn(`${at}.enableWebAccess`),
    why: 'While the job runs, whoever may see it can open a shell in its containers and act there as its service account, with the training data at hand.',
    fix: {
      console: 'Cancel the job and create it again with “Enable training debugging” cleared.',
      cli: `gcloud ai ${command} cancel JOB --region=REGION; gcloud ai ${command} create … (without --enable-web-access)`,
      terraform: provisioned(create(command, '')),
    },
    source: 'google.cloud.aiplatform.v1.CustomJobSpec.enable_web_access, @google-cloud/aiplatform 7.4.0',
    frameworks: { 'mitre-atlas': ['AML.T0050', 'AML.T0112'] },
    ...peersOf(job),
    examples: {
      pass: [spec({ enableWebAccess: false }), spec({})],
      fail: [spec({ enableWebAccess: true })],
      unknown: [{}, spec({ enableWebAccess: 'true' })],
    },
  });
}

export function dashboardAccessCheck(job: TrainingJob): UnnamedCheck {
  const { assetType, things, at, command } = job;
  const spec = withSpec(job);
  return check(assetType, {
    title: `${things} offer no dashboard of their own`,
    severity: 'medium',
    fails: isOn(`${at}.enableDashboardAccess`),
    why: 'While the job runs, whoever may see it reaches a web application that the training code serves, such as a Ray dashboard that runs any job it is given.',
    fix: {
      console: 'Cancel the job and create it again without dashboard access.',
      cli: `gcloud ai ${command} cancel JOB --region=REGION; gcloud ai ${command} create … (without --enable-dashboard-access)`,
      terraform: provisioned(create(command, '')),
    },
    source:
      'google.cloud.aiplatform.v1.CustomJobSpec.enable_dashboard_access, @google-cloud/aiplatform 7.4.0',
    frameworks: { 'mitre-atlas': ['AML.T0049'] },
    ...peersOf(job),
    examples: {
      pass: [spec({ enableDashboardAccess: false }), spec({})],
      fail: [spec({ enableDashboardAccess: true })],
      unknown: [{}, spec({ enableDashboardAccess: 'true' })],
    },
  });
}

export function environmentSecretCheck(job: TrainingJob): UnnamedCheck {
  const { assetType, things, at, command } = job;
  const spec = withSpec(job);
  return check(assetType, {
    title: `${things} have no secret in their environment or arguments`,
    severity: 'high',
    fails: some(
      `${at}.workerPoolSpecs`,
      any(
        startsWithSecret('containerSpec'),
        hasSecretIn('pythonPackageSpec.env'),
        hasSecretAmong('pythonPackageSpec.args'),
      ),
    ),
    why: 'Everybody who may list jobs reads the value, long after the job has ended. Whoever holds it is let in wherever it opens.',
    fix: {
      console:
        'Replace the secret where it was issued, keep the new one in Secret Manager, and let the job read it there as its service account.',
      cli: `gcloud secrets create NAME --data-file=-; gcloud ai ${command} create … (without the secret)`,
      terraform: provisioned(create(command, '')),
    },
    source:
      'google.cloud.aiplatform.v1.ContainerSpec.env, command, args and PythonPackageSpec.env, args; secrets are dropped when read, a note of their kind stands in their place',
    frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
    ...peersOf(job),
    examples: {
      pass: [
        spec({ workerPoolSpecs: [{ containerSpec: { env: [{ name: 'EPOCHS', valueKind: 'plain' }] } }] }),
      ],
      fail: [
        spec({
          workerPoolSpecs: [{ containerSpec: { env: [{ name: 'DB', valueKind: 'url-with-password' }] } }],
        }),
        spec({
          workerPoolSpecs: [
            { pythonPackageSpec: { env: [{ name: 'WANDB_API_KEY', valueKind: 'named-like-a-secret' }] } },
          ],
        }),
        spec({
          workerPoolSpecs: [
            { pythonPackageSpec: { args: ['--db-password', '(not kept: named-like-a-secret)'] } },
          ],
        }),
      ],
      unknown: [{}, spec({}), spec({ workerPoolSpecs: [{ containerSpec: { env: 'A=b' } }] })],
    },
  });
}

export function imageDigestCheck(job: TrainingJob): UnnamedCheck {
  const { assetType, things, at, command } = job;
  const spec = withSpec(job);
  const pinned = `us-docker.pkg.dev/acme-ml/train/churn@sha256:${'0f1e2d3c4b5a6978'.repeat(4)}`;
  return check(assetType, {
    title: `${things} name their training image by digest`,
    severity: 'low',
    // A pool that runs a Python package has no image of its own.
    fails: some(
      `${at}.workerPoolSpecs`,
      field('containerSpec.imageUri').absentIs('', PROTO_JSON).matches(UNPINNED_IMAGE),
    ),
    why: 'Whoever can push to the repository decides what the next run of the same job executes, with the job’s service account and data.',
    fix: {
      console: 'Create the next job with the image given as …@sha256:….',
      cli: `gcloud ai ${command} create --region=REGION --display-name=… --config=job.yaml (with imageUri: REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:…)`,
      terraform: provisioned(create(command, '')),
    },
    source: 'google.cloud.aiplatform.v1.ContainerSpec.image_uri, @google-cloud/aiplatform 7.4.0',
    frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
    ...peersOf(job),
    examples: {
      pass: [
        spec({ workerPoolSpecs: [{ containerSpec: { imageUri: pinned } }] }),
        spec({ workerPoolSpecs: [{ pythonPackageSpec: { pythonModule: 'train' } }] }),
      ],
      fail: [
        spec({
          workerPoolSpecs: [{ containerSpec: { imageUri: 'us-docker.pkg.dev/acme-ml/train/churn:v3' } }],
        }),
      ],
      unknown: [{}, spec({}), spec({ workerPoolSpecs: [{ containerSpec: { imageUri: 7 } }] })],
    },
  });
}

export function networkCheck(job: TrainingJob): UnnamedCheck {
  const { assetType, things, at, command } = job;
  const spec = withSpec(job);
  const network = 'projects/123456789012/global/networks/ml';
  return check(assetType, {
    title: `${things} run in a network of the project`,
    severity: 'medium',
    fails: isOutsideNetwork(`${at}.`),
    why: 'Outside your network the training code reaches the whole internet, past every firewall rule and log of yours.',
    fix: {
      console: 'Create the next job with a peered network or a network attachment, under “Advanced options”.',
      cli: create(command, ' --network=projects/NUMBER/global/networks/NETWORK'),
      terraform: provisioned(create(command, ' --network=projects/NUMBER/global/networks/NETWORK')),
    },
    source:
      'google.cloud.aiplatform.v1.CustomJobSpec.network: “If this field is left unspecified, the job is not peered with any network”; PscInterfaceConfig.network_attachment',
    frameworks: { 'mitre-atlas': ['AML.T0025'], 'nist-ai-rmf': ['MEASURE 2.7'] },
    ...peersOf(job),
    examples: {
      pass: [
        spec({ network }),
        spec({
          pscInterfaceConfig: {
            networkAttachment: 'projects/acme-ml/regions/us-central1/networkAttachments/jobs',
          },
        }),
      ],
      fail: [spec({}), spec({ pscInterfaceConfig: {} })],
      unknown: [{}, spec({ network: 7 })],
    },
  });
}

export function serviceAccountCheck(job: TrainingJob): UnnamedCheck {
  const { assetType, things, at, command } = job;
  const spec = withSpec(job);
  const flag = ' --service-account=training@PROJECT.iam.gserviceaccount.com';
  return check(assetType, {
    title: `${things} run as a service account made for them`,
    severity: 'medium',
    fails: actsAsDefaultAccount(`${at}.serviceAccount`),
    why: 'Training code, and every package that it installs, acts as this account. Without one it is the service agent that all jobs share and that reads the storage of the whole project; the default account of Compute Engine often is an editor.',
    fix: {
      console: 'Create the next job with a service account chosen under “Advanced options”.',
      cli: create(command, flag),
      terraform: provisioned(create(command, flag)),
    },
    source:
      'google.cloud.aiplatform.v1.CustomJobSpec.service_account: “If unspecified, the Vertex AI Custom Code Service Agent … is used”',
    frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011.001'], 'owasp-llm-2026': ['LLM03:2026'] },
    ...peersOf(job),
    examples: {
      pass: [spec({ serviceAccount: 'training@acme-ml.iam.gserviceaccount.com' })],
      fail: [spec({}), spec({ serviceAccount: '123456789012-compute@developer.gserviceaccount.com' })],
      unknown: [{}, spec({ serviceAccount: 7 })],
    },
  });
}

export function outputBucketCheck(job: TrainingJob): UnnamedCheck {
  const { assetType, things, at } = job;
  const $config = withSpec(job)({ baseOutputDirectory: { outputUriPrefix: 'gs://acme-training/churn' } });
  return check(assetType, {
    title: `${things} write to a bucket that is not public`,
    severity: 'critical',
    applies: field(`${at}.baseOutputDirectory.outputUriPrefix`)
      .absentIs('', PROTO_JSON)
      .matches(/^gs:\/\//),
    fails: related('writes-to', bucket, isPublicBucket),
    why: 'Checkpoints and finished models lie there for anybody to copy, and where the grant allows writing, to replace before they are deployed.',
    fix: CLOSED_BUCKET,
    source:
      'google.cloud.aiplatform.v1.CustomJobSpec.base_output_directory; the bucket’s policy from storage.buckets.getIamPolicy',
    frameworks: {
      'mitre-atlas': ['AML.T0044', 'AML.T0020'],
      'owasp-llm-2026': ['LLM05:2026'],
      'owasp-ml-2023': ['ML05:2023', 'ML10:2023'],
    },
    ...peersOf(job),
    examples: {
      pass: [
        {
          $config,
          $related: { 'writes-to': [{ iamConfiguration: { publicAccessPrevention: 'enforced' } }] },
        },
      ],
      fail: [
        {
          $config,
          $related: {
            'writes-to': [
              {
                iamPolicy: {
                  bindings: [{ role: 'roles/storage.objectViewer', members: ['allAuthenticatedUsers'] }],
                },
              },
            ],
          },
        },
      ],
      unknown: [{ $config, $related: { 'writes-to': ['unseen'] } }],
      notApplicable: [withSpec(job)({})],
    },
  });
}
