import { afterEach, expect, test } from 'vitest';
import { getBucketOfOthers } from '#connectors/gcp/storage/api.ts';
import { estateAccess } from '#shared/access/estate.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { techniques } from '#shared/paths/index.ts';
import { verdictsOf } from '#shared/paths/judge-techniques.ts';
import type { Fault } from '#test/estate/faults.ts';
import { type GcpEstate, startGcpEstate } from '#test/estate/gcp/server.ts';
import { identityOf } from '#test/estate/gcp/services/identity.ts';
import { cloudOf, STARTED_AT, scan } from './scan.ts';

const OWN_NUMBER = '123456789012';
const STAGING = 'acme-ml-vertex-staging-us-central1';
const GET = 'storage.buckets.get';
const LIST = 'storage.buckets.list';

const started: GcpEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

interface Circumstances {
  /** The bucket that each of two models lies in. */
  readonly bucket?: string;
  readonly own?: readonly JsonObject[];
  readonly others?: readonly JsonObject[];
  readonly faults?: Readonly<Record<string, Fault>>;
}

const bucketOf = (projectNumber: string | undefined, name = STAGING): JsonObject => ({
  name,
  ...(projectNumber === undefined ? {} : { projectNumber }),
});

async function scanned({ bucket = STAGING, own = [], others = [], faults = {} }: Circumstances) {
  const models = [1, 2].map((index) => ({
    name: `projects/${OWN_NUMBER}/locations/us-central1/models/${index}`,
    artifactUri: `gs://${bucket}/vertex_ai_auto_staging/${index}`,
  }));
  const estate = await startGcpEstate({
    projects: {
      'acme-ml': {
        collections: { ...identityOf('acme-ml'), 'locations/us-central1/models': models },
        buckets: own,
      },
    },
    bucketsOfOthers: others,
  });
  started.push(estate);
  for (const [operation, fault] of Object.entries(faults)) estate.faults.set(operation, fault);
  const { assets, coverage } = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
  const access = estateAccess(assets);
  const squatted = techniques.filter(({ id }) => id === 'gcp.vertex.squatted-staging-bucket');
  const { judged } = new Analysis({ assets, access, techniques: squatted, at: STARTED_AT });
  const [config] = assets.filter(({ type }) => type === 'gcp.vertex.model').map((model) => model.config);
  return {
    stagingBucket: config?.['stagingBucket'],
    judgements: verdictsOf(judged, access).map(({ judgement }) => judgement),
    outcomeOf: (operation: string) => coverage.find((record) => record.operation === operation)?.outcome,
    callsOf: (operation: string) =>
      estate.requests.filter((request) => request.operation === operation).length,
    types: assets.filter(({ id }) => id.endsWith(STAGING)).map(({ type }) => type),
  };
}

interface Row extends Circumstances {
  readonly what: string;
  readonly stagingBucket: unknown;
  readonly judgement: string;
  /** Of storage.buckets.get; complete also where there was nothing to ask. */
  readonly outcome?: string;
  readonly gets?: number;
}

const unread = (operation: string, outcome: string) => ({
  $unread: { operation, outcome, permission: operation },
});

const rows: readonly Row[] = [
  {
    what: 'of the project',
    own: [bucketOf(OWN_NUMBER)],
    stagingBucket: { name: STAGING, belongsTo: 'this-project' },
    judgement: 'not-applicable',
    gets: 0,
  },
  {
    what: 'of another project, and readable for all',
    others: [bucketOf('999999999999')],
    stagingBucket: { name: STAGING, belongsTo: 'another-project', projectNumber: '999999999999' },
    judgement: 'fail',
  },
  {
    what: 'refused, because it is of another project',
    faults: { [GET]: { kind: 'denied' } },
    stagingBucket: { name: STAGING, belongsTo: 'another-project' },
    judgement: 'fail',
  },
  {
    what: 'gone',
    stagingBucket: { name: STAGING, belongsTo: 'nobody' },
    judgement: 'fail',
  },
  {
    what: 'made while the list was read',
    others: [bucketOf(OWN_NUMBER)],
    stagingBucket: { name: STAGING, belongsTo: 'this-project', projectNumber: OWN_NUMBER },
    judgement: 'not-applicable',
  },
  {
    what: 'answered without a project',
    others: [bucketOf(undefined)],
    stagingBucket: { name: STAGING },
    judgement: 'unknown',
  },
  {
    what: 'not among those listed, where the list was denied',
    others: [bucketOf('999999999999')],
    faults: { [LIST]: { kind: 'denied' } },
    stagingBucket: unread(LIST, 'denied'),
    judgement: 'unknown',
    gets: 0,
  },
  {
    what: 'not read for rate',
    faults: { [GET]: { kind: 'throttled' } },
    stagingBucket: unread(GET, 'throttled'),
    judgement: 'unknown',
    outcome: 'throttled',
    gets: 3,
  },
  {
    what: 'not read for an error of the service',
    faults: { [GET]: { kind: 'server-error' } },
    stagingBucket: unread(GET, 'failed'),
    judgement: 'unknown',
    outcome: 'failed',
    gets: 3,
  },
  ...['acme-models', 'acme-ml-vertex-staging-us-central1-0f3a', 'other-vertex-staging-us-central1'].map(
    (bucket): Row => ({
      what: `called ${bucket}, which the SDK does not make out of the project`,
      bucket,
      stagingBucket: undefined,
      judgement: 'not-applicable',
      gets: 0,
    }),
  ),
];

test.each(rows)('a staging bucket that is $what', async ({ stagingBucket, judgement, ...row }) => {
  const found = await scanned(row);
  expect(found.stagingBucket).toEqual(stagingBucket);
  expect(found.judgements).toEqual([judgement, judgement]);
  expect(found.outcomeOf(GET)).toBe(row.outcome ?? 'complete');
  expect(found.callsOf(GET)).toBe(row.gets ?? 1);
  // The bucket of somebody else is no asset of this project.
  expect(found.types).toEqual(row.own ? ['gcp.storage.bucket'] : []);
});

test('asks nothing more where the buckets are listed anyway', async () => {
  const found = await scanned({ own: [bucketOf(OWN_NUMBER)] });
  expect(found.callsOf(LIST)).toBe(1);
});

const refusedFor = (reason: string): string => JSON.stringify({ error: { code: 403, errors: [{ reason }] } });

test.each([
  [403, 'forbidden', { belongsTo: 'another-project' }],
  [404, 'notFound', { belongsTo: 'nobody' }],
  // Neither says anything of the bucket.
  [403, 'rateLimitExceeded', undefined],
  [403, 'accessNotConfigured', undefined],
  [401, 'required', undefined],
  [429, 'rateLimitExceeded', undefined],
  [503, 'backendError', undefined],
])('HTTP %i for %s is an answer only where it tells of the bucket', (status, reason, answer) => {
  expect(getBucketOfOthers.answerIn?.(status, refusedFor(reason))).toEqual(answer);
});
