import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type Peers, type UnnamedCheck } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { field, judgedBy, not } from '#shared/model/predicate.ts';
import { provisioned, resource } from './fixes.ts';
import { hasSecretIn, isOff, isOn } from './predicates.ts';

/** Runtimes of Colab Enterprise, and the templates that they are made from. */
interface ColabRuntime {
  readonly assetType: AssetType;
  /** “Colab Enterprise runtime templates” */
  readonly things: string;
  readonly peers?: Peers;
}

const peersOf = ({ peers }: ColabRuntime) => (peers ? { peers } : {});

const TEMPLATE = 'google_colab_runtime_template';
const create = (flags: string): string =>
  `gcloud colab runtime-templates create --region=REGION --display-name=… ${flags}`;
const AGAIN = 'Create the template again';
const RUNTIMES = ', make runtimes from it, and delete the old ones.';

export function internetCheck(runtime: ColabRuntime): UnnamedCheck {
  const { assetType, things } = runtime;
  return check(assetType, {
    title: `${things} have no access to the public internet`,
    severity: 'high',
    fails: isOn('networkSpec.enableInternetAccess'),
    why: 'Code in a notebook, and every package that it installs, can send data to any host, past the network where you would see it.',
    fix: {
      console: `${AGAIN} with “Enable public internet access” cleared and a network of yours${RUNTIMES}`,
      cli: create('--no-enable-internet-access --network=NETWORK --subnetwork=SUBNETWORK'),
      terraform: resource(TEMPLATE, 'network_spec {', '  enable_internet_access = false', '}'),
    },
    source: 'google.cloud.aiplatform.v1.NetworkSpec.enable_internet_access: “Default false”',
    frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0011.001'], 'nist-ai-rmf': ['MEASURE 2.7'] },
    ...peersOf(runtime),
    examples: {
      pass: [{}, { networkSpec: { enableInternetAccess: false } }],
      fail: [{ networkSpec: { enableInternetAccess: true } }],
      unknown: [{ networkSpec: { enableInternetAccess: 'yes' } }],
    },
  });
}

/** `10800s`, in minutes; no time, or one of a form that is not documented, is `undefined`. */
function minutesOf(duration: unknown): number | undefined {
  const seconds = typeof duration === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(duration)?.[1] : undefined;
  return seconds === undefined ? undefined : Number(seconds) / 60;
}

const IDLE =
  'google.cloud.aiplatform.v1.NotebookIdleShutdownConfig: “This config will only be set when idle shutdown is enabled”';

export function idleShutdownCheck(runtime: ColabRuntime): UnnamedCheck {
  const { assetType, things } = runtime;
  return check(assetType, {
    title: `${things} shut down when idle`,
    severity: 'low',
    fails: judgedBy({
      sentence: 'idle shutdown is off, or comes later than `governance.maximumIdleMinutes`',
      reads: [
        'idleShutdownConfig',
        'idleShutdownConfig.idleTimeout',
        'idleShutdownConfig.idleShutdownDisabled',
      ],
      parameters: ['maximumIdleMinutes'],
      judge: ({ config: { idleShutdownConfig } }, { maximumIdleMinutes }) => {
        const expected = `shutdown after at most ${maximumIdleMinutes} idle minutes`;
        if (!isObject(idleShutdownConfig))
          return {
            truth: true,
            evidence: [
              { path: 'idleShutdownConfig', state: 'absent', expected, note: `absent means off (${IDLE})` },
            ],
          };
        const { idleTimeout, idleShutdownDisabled } = idleShutdownConfig;
        if (idleShutdownDisabled === true)
          return {
            truth: true,
            evidence: [{ path: 'idleShutdownConfig.idleShutdownDisabled', state: 'read', expected }],
          };
        const minutes = minutesOf(idleTimeout);
        return {
          // “An input of 0s disables the idle shutdown feature.”
          truth: minutes === undefined ? undefined : minutes === 0 || minutes > maximumIdleMinutes,
          evidence: [
            {
              path: 'idleShutdownConfig.idleTimeout',
              state: idleTimeout === undefined ? 'absent' : 'read',
              expected,
            },
          ],
        };
      },
    }),
    why: 'A forgotten notebook keeps its session and its credentials within reach day and night, and accelerators keep costing.',
    fix: {
      console: `${AGAIN} with “Enable idle shutdown” checked${RUNTIMES}`,
      cli: create('--idle-shutdown-timeout=60m'),
      terraform: resource(TEMPLATE, 'idle_shutdown_config {', '  idle_timeout = "3600s"', '}'),
    },
    source: `${IDLE}; idle_timeout, idle_shutdown_disabled`,
    frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
    ...peersOf(runtime),
    examples: {
      pass: [
        { idleShutdownConfig: { idleTimeout: '3600s' } },
        {
          $config: { idleShutdownConfig: { idleTimeout: '10800s' } },
          $governance: { maximumIdleMinutes: 180 },
        },
      ],
      fail: [
        {},
        { idleShutdownConfig: { idleTimeout: '0s' } },
        { idleShutdownConfig: { idleTimeout: '600s', idleShutdownDisabled: true } },
        { idleShutdownConfig: { idleTimeout: '86400s' } },
      ],
      unknown: [
        { idleShutdownConfig: {} },
        { idleShutdownConfig: { idleTimeout: 'soon' } },
        { idleShutdownConfig: 'off' },
      ],
    },
  });
}

const EUC =
  'google.cloud.aiplatform.v1.NotebookEucConfig.euc_disabled: “by default EUC will be enabled”; GoogleCloudPlatform/magic-modules, mmv1/products/colab/RuntimeTemplate.yaml, reads it back, and takes none for false';

export function userCredentialsCheck(runtime: ColabRuntime): UnnamedCheck {
  const { assetType, things } = runtime;
  return check(assetType, {
    title: `${things} act as the person who uses them`,
    severity: 'medium',
    fails: field('eucConfig.eucDisabled').absentIs(false, EUC).is(true),
    why: 'With end-user credentials off, code acts as an account of the machine: everybody who uses the runtime may do what it may, and no log tells who did it.',
    fix: {
      console: `${AGAIN} with “Enable end-user credentials” checked${RUNTIMES}`,
      cli: create('--enable-euc'),
      terraform: resource(TEMPLATE, 'euc_config {', '  euc_disabled = false', '}'),
    },
    source: EUC,
    frameworks: { 'mitre-atlas': ['AML.T0012'], 'iso-42001': ['A.3.2'] },
    ...peersOf(runtime),
    examples: {
      pass: [{}, { eucConfig: { bypassActasCheck: true } }, { eucConfig: { eucDisabled: false } }],
      fail: [{ eucConfig: { eucDisabled: true } }],
      unknown: [{ eucConfig: { eucDisabled: 'yes' } }],
    },
  });
}

export function secureBootCheck(runtime: ColabRuntime): UnnamedCheck {
  const { assetType, things } = runtime;
  return check(assetType, {
    title: `${things} use Secure Boot`,
    severity: 'medium',
    fails: isOff('shieldedVmConfig.enableSecureBoot'),
    why: 'Without it whoever gains root can replace boot components and stay on the machine through every restart.',
    fix: {
      console: `${AGAIN} with “Secure boot” checked${RUNTIMES}`,
      cli: create('--enable-secure-boot'),
      terraform: resource(TEMPLATE, 'shielded_vm_config {', '  enable_secure_boot = true', '}'),
    },
    source: `google.cloud.aiplatform.v1.ShieldedVmConfig.enable_secure_boot; ${PROTO_JSON}`,
    frameworks: { 'mitre-atlas': ['AML.T0112'], 'nist-ai-rmf': ['MEASURE 2.7'] },
    ...peersOf(runtime),
    examples: {
      pass: [{ shieldedVmConfig: { enableSecureBoot: true } }],
      fail: [{}, { shieldedVmConfig: {} }, { shieldedVmConfig: { enableSecureBoot: false } }],
      unknown: [{ shieldedVmConfig: { enableSecureBoot: 'on' } }],
    },
  });
}

export function runtimeSecretCheck(runtime: ColabRuntime): UnnamedCheck {
  const { assetType, things } = runtime;
  return check(assetType, {
    title: `${things} have no secret in their environment`,
    severity: 'high',
    applies: not(field('softwareConfig.env').isEmpty()),
    fails: hasSecretIn('softwareConfig.env'),
    why: 'Everybody who may look at it, and every notebook that runs there, reads the value. Whoever holds it is let in wherever it opens.',
    fix: {
      console: `Replace the secret where it was issued and keep the new one in Secret Manager. ${AGAIN} without the variable${RUNTIMES}`,
      cli: 'gcloud secrets create NAME --data-file=-; gcloud colab runtime-templates create … (without the variable)',
      terraform: provisioned('gcloud secrets create NAME --data-file=-'),
    },
    source:
      'google.cloud.aiplatform.v1.NotebookSoftwareConfig.env; values are dropped when read, their kind stands in `valueKind`',
    frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
    ...peersOf(runtime),
    examples: {
      pass: [{ softwareConfig: { env: [{ name: 'LOG_LEVEL', valueKind: 'plain' }] } }],
      fail: [{ softwareConfig: { env: [{ name: 'OPENAI_API_KEY', valueKind: 'model-provider-key' }] } }],
      unknown: [{ softwareConfig: { env: [{ name: 'A' }] } }],
      notApplicable: [{}, { softwareConfig: {} }],
    },
  });
}
