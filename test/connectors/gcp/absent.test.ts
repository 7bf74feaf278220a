import { expect, test } from 'vitest';
import { malformedIn } from '#connectors/config.ts';
import { checks } from '#shared/checks/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

/** Each configuration as sparse as Google may send it, with what the documentation says of it. */
const rows: readonly (readonly [check: string, config: JsonObject, judgement: string])[] = [
  ['gcp.resource-manager.public-member', {}, 'pass'],
  ['gcp.resource-manager.personal-account-ai-role', {}, 'pass'],
  ['gcp.resource-manager.default-service-account-broad-role', {}, 'pass'],
  ['gcp.resource-manager.vertex-audit-logs', {}, 'fail'],
  ['gcp.vertex.model-exportable', { supportedExportFormats: [] }, 'pass'],
  ['gcp.vertex.model-environment-secret', { containerSpec: { imageUri: 'x' } }, 'pass'],
  ['gcp.vertex.custom-job-environment-secret', { jobSpec: { workerPoolSpecs: [{}] } }, 'pass'],
  ['gcp.vertex.endpoint-request-logging', { deployedModels: [] }, 'not-applicable'],
  ['gcp.vertex.pipeline-job-parameter-secret', { runtimeConfig: {} }, 'pass'],
  [
    'gcp.vertex.pipeline-job-step-secret',
    { pipelineSpec: { deploymentSpec: { executors: { importer: {} } } } },
    'pass',
  ],
  [
    'gcp.vertex.schedule-parameter-secret',
    { createPipelineJobRequest: { pipelineJob: { runtimeConfig: {} } } },
    'pass',
  ],
  ['gcp.vertex.schedule-service-account', {}, 'not-applicable'],
  ['gcp.vertex.agent-environment-secret', { spec: { sourceCodeSpec: {} } }, 'pass'],
  ['gcp.vertex.agent-default-identity', { spec: { packageSpec: {} } }, 'fail'],
  ['gcp.vertex.agent-default-identity', { spec: {} }, 'not-applicable'],
  ['gcp.vertex.extension-parameter-secret', { runtimeConfig: {} }, 'pass'],
  ['gcp.vertex.endpoint-policy-public', { iamPolicy: { etag: 'ACAB' } }, 'pass'],
  ['gcp.vertex.endpoint-policy-public', {}, 'not-applicable'],
  ['gcp.vertex.index-endpoint-public', {}, 'unknown'],
  ['gcp.vertex.feature-online-store-public', { optimized: {} }, 'fail'],
  ['gcp.vertex.rag-corpus-customer-key', {}, 'fail'],
  ['gcp.vertex.notebook-runtime-template-internet-access', {}, 'pass'],
  ['gcp.vertex.notebook-runtime-template-idle-shutdown', {}, 'fail'],
  ['gcp.vertex.cached-content-lifetime', {}, 'unknown'],
  ['gcp.storage.bucket-public', {}, 'unknown'],
  [
    'gcp.storage.bucket-public',
    { iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } },
    'pass',
  ],
  ['gcp.workbench.instance-public-ip', { gceSetup: {} }, 'fail'],
  ['gcp.workbench.instance-public-ip', {}, 'unknown'],
];

test.each(rows)('%s on %j is %s', (id, config, judgement) => {
  const check = checks.find((candidate) => candidate.id === id);
  if (!check) throw new Error(`no check ${id}`);
  const malformed = malformedIn(check.assetType.config, config);
  const verdict = judged(check, {
    id: '//x',
    type: check.assetType.id,
    scope: { provider: 'gcp', account: 'acme-ml', region: 'global' },
    name: 'x',
    config,
    relations: [],
    ...(malformed.length > 0 ? { malformed } : {}),
  });
  expect(verdict.judgement).toBe(judgement);
});
