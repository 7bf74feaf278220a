import * as z from 'zod';
import { COVERAGE_CHECK } from '#shared/ledger/coverage-finding.ts';
import { assetType } from '#shared/model/asset-type.ts';
import { type Check, check } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { type Change, type ChangeKind, type Finding, findingId } from '#shared/model/finding.ts';
import { field } from '#shared/model/predicate.ts';
import type { Posture } from '#shared/sinks/posture.ts';

/** Findings and the declarations behind them, made up for these tests alone. */
const shown = {
  title: 'SageMaker notebook instance',
  placement: 'region',
  config: z.looseObject({}),
  shape: { package: '@aws-sdk/client-sagemaker', type: 'DescribeNotebookInstanceOutput' },
  nativeType: 'AWS::SageMaker::NotebookInstance',
} as const;
const notebook = assetType('aws.sagemaker.notebook-instance', {
  ...shown,
  asffType: 'AwsSageMakerNotebookInstance',
});
const guardrail = assetType('aws.bedrock.guardrail', {
  ...shown,
  nativeType: 'AWS::Bedrock::Guardrail',
});
const account = assetType('azure.cognitive-services.account', {
  ...shown,
  title: 'AI services account',
  nativeType: 'Microsoft.CognitiveServices/accounts',
});
const model = assetType('gcp.vertex.model', {
  ...shown,
  nativeType: 'aiplatform.googleapis.com/Model',
});
export const assetTypes = new Map([notebook, guardrail, account, model].map((type) => [type.id, type]));

const declare = (id: string, type: typeof notebook, more: Partial<Check> = {}): Check => ({
  ...check(type, {
    title: 'SageMaker notebook instances have no direct internet access',
    severity: 'high',
    fails: field('DirectInternetAccess').is('Enabled'),
    why: 'Code in the notebook can send data to any host, past the VPC where you would see it.',
    fix: {
      console: 'Recreate it in a subnet.',
      cli: 'aws sagemaker create-notebook-instance',
      cloudformation: { DirectInternetAccess: 'Disabled' },
    },
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html',
    frameworks: {
      'aws-security-hub': ['SageMaker.1'],
      'mitre-atlas': ['AML.T0025', 'AML.T0051.000', 'AML.M0003'],
    },
    examples: { pass: [{}], fail: [{}] },
  }),
  id,
  ...more,
});
export const checks = new Map(
  [
    declare('aws.sagemaker.notebook-direct-internet', notebook),
    declare('azure.cognitive-services.account-public', account),
    declare('gcp.vertex.model-unencrypted', model),
  ].map((one) => [one.id, one]),
);

const EVIDENCE: Evidence[] = [
  { path: 'DirectInternetAccess', state: 'read', found: 'Enabled', expected: 'is not “Enabled”' },
  { path: 'KmsKeyId', state: 'absent', expected: 'is set' },
];

export function finding(difference: Partial<Finding> = {}): Finding {
  const checkId = difference.checkId ?? 'aws.sagemaker.notebook-direct-internet';
  const asset = difference.asset ?? {
    id: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/churn',
    type: 'aws.sagemaker.notebook-instance',
    name: 'churn',
  };
  return {
    id: findingId(checkId, asset.id, difference.discriminator),
    checkId,
    title: 'SageMaker notebook instances have no direct internet access',
    severity: 'high',
    scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
    asset,
    status: 'open',
    evidence: EVIDENCE,
    firstSeenAt: '2026-03-01T06:00:00.000Z',
    openedAt: '2026-03-01T06:00:00.000Z',
    changedAt: '2026-03-02T06:00:00.000Z',
    lastSeenAt: '2026-03-03T06:00:00.000Z',
    reopened: 0,
    version: 2,
    scanId: 'scan-1',
    ...difference,
  };
}

const suppression = {
  owner: 'ana',
  reason: 'sandbox',
  at: '2026-03-02T06:00:00.000Z',
  until: '2026-06-01T00:00:00.000Z',
};

export const azureFinding = finding({
  checkId: 'azure.cognitive-services.account-public',
  scope: { provider: 'azure', account: '8b2f0c1e-0000-4000-8000-000000000001', region: 'australiasoutheast' },
  asset: {
    id: '/subscriptions/8b2f0c1e-0000-4000-8000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/chat',
    type: 'azure.cognitive-services.account',
    name: 'chat',
  },
  owner: 'chat-team',
});

export const gcpFinding = finding({
  checkId: 'gcp.vertex.model-unencrypted',
  scope: { provider: 'gcp', account: 'churn-prod', region: 'europe-west4' },
  asset: {
    id: '//aiplatform.googleapis.com/projects/churn-prod/locations/europe-west4/models/77',
    type: 'gcp.vertex.model',
    name: 'churn',
  },
});

/** One finding of each kind that a format treats in its own way. */
export const kindsOfFinding: Readonly<Record<string, Finding>> = {
  'an AWS finding': finding(),
  'a finding of the global scope': finding({
    scope: { provider: 'aws', account: '111122223333', region: 'global' },
    asset: { id: 'arn:aws:iam::111122223333:role/x', type: 'aws.iam.role', name: 'x' },
  }),
  'a finding in China': finding({
    scope: { provider: 'aws', account: '111122223333', region: 'cn-north-1' },
    asset: {
      id: 'arn:aws-cn:bedrock:cn-north-1:111122223333:guardrail/g',
      type: 'aws.bedrock.guardrail',
      name: 'g',
    },
  }),
  'an Azure finding': azureFinding,
  'a Google Cloud finding': gcpFinding,
  'a suppressed finding': finding({ status: 'suppressed', suppression }),
  'a resolved finding': finding({
    status: 'resolved',
    resolution: 'passed',
    resolvedAt: '2026-03-02T06:00:00.000Z',
  }),
  'a finding of an asset that is gone': finding({
    status: 'resolved',
    resolution: 'asset-gone',
    resolvedAt: '2026-03-02T06:00:00.000Z',
  }),
  'a finding of a retired check': finding({ checkId: 'aws.sagemaker.gone' }),
  'a finding without evidence': finding({ evidence: [] }),
  'a coverage finding': finding({
    checkId: COVERAGE_CHECK,
    title: 'sagemaker:ListModels was denied in aws/111122223333/eu-west-1: grant sagemaker:ListModels',
    asset: {
      id: 'aws/111122223333/eu-west-1#sagemaker:ListModels',
      type: 'aispm.scope',
      name: 'aws/111122223333/eu-west-1',
    },
    evidence: [
      { path: 'sagemaker:ListModels', state: 'unread', found: 'denied', expected: 'every page read' },
    ],
  }),
};

/** What a name, a tag or a setting may hold when somebody means harm, or does not mean anything. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a script element': '<script>alert(1)</script>',
  'a formula': "=cmd|'/c calc'!A1",
  'line breaks': 'a\r\nSet-Cookie: x\nb',
  'an ANSI escape': '\u001b[31mred\u001b[0m\u009b2J',
  'a right-to-left override': 'invoice\u202egnp.exe',
  'a lone high surrogate': 'a\ud83e',
  'a lone low surrogate': '\udd84b',
  NUL: 'a\0b',
  '2 KB': 'x'.repeat(2048),
  '2 KB of three bytes each': '語'.repeat(2048),
  'characters of two units around every limit': '🦄'.repeat(2500),
  'nothing but spaces': '   ',
  'a SARIF link and placeholder': '[click](https://evil.example) {0}',
  'a dot segment': '..',
  quotes: `"'\`\\`,
};

/** The finding with the text in every string that somebody outside can write. */
export const withHostile = (text: string, base: Finding): Finding => ({
  ...base,
  title: text,
  asset: { id: text, type: base.asset.type, name: text },
  owner: text,
  discriminator: text,
  evidence: [
    { path: text, state: 'read', found: text, expected: text, note: text },
    { path: 'DirectInternetAccess', state: 'read', found: text, expected: text },
    { path: 'deep', state: 'malformed', found: { [text]: [text, { [text]: text }] }, expected: text },
  ],
  ...(base.suppression && {
    suppression: { ...base.suppression, owner: text.slice(0, 200), reason: text.slice(0, 1000) },
  }),
});

export const posture = (findings: readonly Finding[] = Object.values(kindsOfFinding)): Posture => ({
  generatedAt: '2026-03-03T06:05:00.000Z',
  product: { name: 'aispm', version: '1.2.3' },
  findings,
  coverage: [
    {
      scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
      operation: 'sagemaker:ListModels',
      outcome: 'denied',
      permission: 'sagemaker:ListModels',
      calls: 1,
      incomplete: 1,
      detail: 'not authorized\u001b[31m {x}',
    },
    {
      scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
      operation: 'bedrock:ListGuardrails',
      outcome: 'complete',
      permission: 'bedrock:ListGuardrails',
      calls: 1,
      incomplete: 0,
    },
  ],
  assets: findings.map(({ asset, scope }) => ({ ...asset, scope })),
  assetTypes,
  checks,
});

export const change = (kind: ChangeKind, of: Finding = finding()): Change => ({ kind, finding: of });

/** Every string in a value, keys among them. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, nested] of Object.entries(value)) {
      yield key;
      yield* textsIn(nested);
    }
}

/** Characters that a terminal or a page would act on instead of showing. */
export const ACTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
