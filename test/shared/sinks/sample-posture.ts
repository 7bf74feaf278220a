import { type Coverage, isGap } from '#shared/model/coverage.ts';
import { type Finding, findingId } from '#shared/model/finding.ts';
import type { Scope } from '#shared/model/scope.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import { SAMPLE_CHECKS, SAMPLE_TYPES, type SampleCheck } from './sample-checks.ts';

/** When the sample was taken; the window of the sample's digest ends here. */
export const SAMPLE_NOW = '2026-11-22T06:00:00.000Z';
export const SAMPLE_WEEK = { from: '2026-11-15T06:00:00.000Z', to: SAMPLE_NOW } as const;

const scope = (provider: Scope['provider'], account: string, region: string): Scope => ({
  provider,
  account,
  region,
});

/** Harbour & Field, a mid-size insurer: claims in AWS, customer care in Azure, research in Google Cloud. */
const SCOPES = {
  aws: [
    scope('aws', '111122223333', 'eu-west-1'),
    scope('aws', '444455556666', 'eu-west-1'),
    scope('aws', '444455556666', 'us-east-1'),
  ],
  azure: [
    scope('azure', '6f2c1d84-90ab-4c1e-9d3b-2b7f3a5c8e10', 'westeurope'),
    scope('azure', '6f2c1d84-90ab-4c1e-9d3b-2b7f3a5c8e10', 'swedencentral'),
  ],
  gcp: [scope('gcp', 'hf-research', 'europe-west4'), scope('gcp', 'hf-pricing-prod', 'europe-west1')],
} as const satisfies Record<Scope['provider'], readonly Scope[]>;

const WORDS = [
  'claims-triage',
  'fraud-score',
  'policy-chat',
  'quote-pricing',
  'doc-extract',
  'call-summary',
  'storm-damage',
  'churn',
  'underwriting',
  'agent-assist',
];
const STAGES = ['prod', 'staging', 'dev', 'lab'];
const OWNERS = ['claims-ml', 'customer-care', 'pricing', 'research', undefined];

/** How many findings of each check there are in the believable posture, in the order of the checks. */
const HOW_MANY = [2, 1, 5, 4, 2, 3, 6, 2, 5, 1, 3, 2, 1, 3, 2, 1, 2, 4, 5];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

const daysBefore = (days: number): string =>
  new Date(Date.parse(SAMPLE_NOW) - days * 86_400_000).toISOString();

function assetOf({ check }: SampleCheck, n: number): Posture['assets'][number] {
  return assetOfType(check.assetType.id, check.assetType.provider, n);
}

function assetOfType(type: string, provider: Scope['provider'], n: number): Posture['assets'][number] {
  const where = pick<Scope>(SCOPES[provider], n);
  const suffix = n >= WORDS.length ? `-${Math.floor(n / WORDS.length)}` : '';
  const name = `${pick(WORDS, n * 3 + type.length)}-${pick(STAGES, n)}${suffix}`;
  return { id: idOf(type, where, name), type, name, scope: where };
}

const NATIVE: Readonly<Record<string, string>> = {
  cognitiveservices: 'Microsoft.CognitiveServices',
  machinelearning: 'Microsoft.MachineLearningServices',
};

function idOf(type: string, { provider, account, region }: Scope, name: string): string {
  const [, service = '', noun = ''] = type.split('.');
  if (type === 'aws.s3.bucket') return `arn:aws:s3:::${name}`;
  if (type === 'aws.iam.role') return `arn:aws:iam::${account}:role/${name}`;
  if (provider === 'aws') return `arn:aws:${service}:${region}:${account}:${noun}/${name}`;
  if (provider === 'azure')
    return `/subscriptions/${account}/resourceGroups/rg-ai-${region}/providers/${NATIVE[service]}/${noun}s/${name}`;
  return `//${service}.googleapis.com/projects/${account}/locations/${region}/${noun}s/${name}`;
}

function findingOf(sample: SampleCheck, n: number): Finding {
  const { check, evidence } = sample;
  const asset = assetOf(sample, n);
  const age = 1 + ((n * 7 + check.id.length * 3) % 60);
  const owner = pick(OWNERS, n + check.id.length);
  return {
    id: findingId(check.id, asset.id),
    checkId: check.id,
    title: check.title,
    severity: check.severity,
    scope: asset.scope,
    asset: { id: asset.id, type: asset.type, name: asset.name },
    ...(owner ? { owner } : {}),
    status: 'open',
    evidence: [...evidence],
    firstSeenAt: daysBefore(age),
    openedAt: daysBefore(age),
    changedAt: daysBefore(age),
    lastSeenAt: SAMPLE_NOW,
    reopened: 0,
    version: 1,
    scanId: 'sample',
  };
}

/** Some of them fixed, one suppressed, one grown worse, one come back: the lives that findings lead. */
function lived(finding: Finding, n: number): Finding {
  if (n % 11 === 5)
    return { ...finding, status: 'resolved', resolvedAt: daysBefore((n % 5) + 1), resolution: 'passed' };
  if (n % 23 === 8)
    return { ...finding, status: 'resolved', resolvedAt: daysBefore(2), resolution: 'asset-gone' };
  if (n === 12)
    return {
      ...finding,
      status: 'suppressed',
      suppression: {
        owner: 'maria.lindqvist',
        reason: 'Isolated sandbox without customer data, closed by the end of the year',
        at: daysBefore(20),
        until: '2026-12-31T00:00:00.000Z',
      },
    };
  if (n === 14) return { ...finding, openedAt: daysBefore(40), worsenedAt: daysBefore(3) };
  if (n === 7) return { ...finding, firstSeenAt: daysBefore(90), openedAt: daysBefore(1), reopened: 1 };
  return finding;
}

const record = (
  where: Scope,
  operation: string,
  permission: string,
  outcome: Coverage['outcome'] = 'complete',
  detail?: string,
): Coverage => ({
  scope: where,
  operation,
  permission,
  outcome,
  calls: 4,
  incomplete: isGap(outcome) ? 1 : 0,
  ...(detail ? { detail } : {}),
});

const COVERAGE: readonly Coverage[] = [
  ...SCOPES.aws.flatMap((where) => [
    record(where, 'sagemaker:ListNotebookInstances', 'sagemaker:ListNotebookInstances'),
    record(where, 'sagemaker:Search', 'sagemaker:Search'),
    record(
      where,
      'bedrock:GetModelInvocationLoggingConfiguration',
      'bedrock:GetModelInvocationLoggingConfiguration',
    ),
    where.account === '444455556666'
      ? record(
          where,
          'bedrock:ListAgents',
          'bedrock:ListAgents',
          'denied',
          'User: arn:aws:sts::444455556666:assumed-role/aispm-reader/scan is not authorized to perform: bedrock:ListAgents',
        )
      : record(where, 'bedrock:ListAgents', 'bedrock:ListAgents'),
  ]),
  ...SCOPES.azure.flatMap((where) => [
    record(where, 'GET Microsoft.CognitiveServices/accounts', 'Microsoft.CognitiveServices/accounts/read'),
    record(
      where,
      'GET Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
      'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
      where.region === 'swedencentral' ? 'throttled' : 'complete',
      where.region === 'swedencentral' ? 'TooManyRequests: retry after 60 seconds' : undefined,
    ),
  ]),
  ...SCOPES.gcp.flatMap((where) => [
    record(where, 'aiplatform.projects.locations.models.list', 'aiplatform.models.list'),
    record(
      where,
      'notebooks.projects.locations.instances.list',
      'notebooks.instances.list',
      where.account === 'hf-pricing-prod' ? 'denied' : 'unavailable',
      where.account === 'hf-pricing-prod'
        ? "Permission 'notebooks.instances.list' denied on 'projects/hf-pricing-prod'"
        : 'Notebooks API has not been used in project hf-research before or it is disabled',
    ),
  ]),
];

/**
 * A posture as an evening's scan of a mid-size company would leave it: three clouds, some fifty findings,
 * gaps in coverage. Always the same. With `findings`, that many instead, for measuring.
 */
export function samplePosture({ findings: wanted }: { readonly findings?: number } = {}): Posture {
  const drawn = wanted
    ? Array.from({ length: wanted }, (_, n) =>
        findingOf(pick(SAMPLE_CHECKS, n), Math.floor(n / SAMPLE_CHECKS.length)),
      )
    : SAMPLE_CHECKS.flatMap((sample, i) =>
        Array.from({ length: pick(HOW_MANY, i) }, (_, n) => findingOf(sample, n)),
      ).map(lived);
  const bystanders = Object.values(SAMPLE_TYPES).flatMap(({ id, provider }, i) =>
    Array.from({ length: 6 + ((i * 11) % 40) }, (_, n) => assetOfType(id, provider, n)),
  );
  const assets = [
    ...new Map(
      [...drawn.map(({ asset, scope: where }) => ({ ...asset, scope: where })), ...bystanders].map(
        (asset) => [asset.id, asset],
      ),
    ).values(),
  ];
  return {
    generatedAt: SAMPLE_NOW,
    product: { name: 'aispm', version: '0.1.0' },
    findings: drawn,
    coverage: COVERAGE,
    assets,
    assetTypes: new Map(Object.values(SAMPLE_TYPES).map((type) => [type.id, type])),
    checks: new Map(SAMPLE_CHECKS.map(({ check }) => [check.id, check])),
  };
}

/** Every scope that the sample speaks of, as keys. */
export const SAMPLE_SCOPES: readonly string[] = Object.values(SCOPES).flat().map(scopeKey);
