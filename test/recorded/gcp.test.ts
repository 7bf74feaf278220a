import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import type { Asset } from '#shared/model/asset.ts';
import { JsonObject } from '#shared/model/json.ts';
import { readingOf, verdictsOn } from '../connectors/gcp/scan.ts';

const FIXTURES = process.env['AISPM_FIXTURES'] ?? path.join(import.meta.dirname, '../../../shared/fixtures');
const folder = path.join(FIXTURES, 'recorded/gcp');

/** One request and its answer. `body` is null where the answer was empty, `uri` where the address was not kept. */
const Exchange = z.looseObject({
  method: z.string(),
  uri: z.string().nullable(),
  status: z.int(),
  body: JsonObject.nullable(),
});
type Exchange = z.infer<typeof Exchange>;

interface Covered {
  readonly file: string;
  readonly exchange: Exchange;
  readonly url: URL;
  readonly collection: string;
  /** The resource’s name in a `get`; absent in a `list`. */
  readonly name?: string;
}

const VERTEX =
  /^\/v1\/(?<name>projects\/[^/]+\/locations\/[^/]+\/(?<collection>models|endpoints|customJobs)(?:\/[^/]+)?)$/;

/** The exchange as an operation of ours, if it is one. */
function covered(file: string, exchange: Exchange): Covered | undefined {
  if (exchange.method !== 'GET' || exchange.uri === null) return undefined;
  const url = new URL(exchange.uri);
  const groups = url.hostname.endsWith('-aiplatform.googleapis.com')
    ? VERTEX.exec(url.pathname)?.groups
    : undefined;
  const { name, collection } = groups ?? {};
  if (name === undefined || collection === undefined) return undefined;
  return { file, exchange, url, collection, ...(name.endsWith(`/${collection}`) ? {} : { name }) };
}

/** What an exchange is of, when no operation of ours asks for it. */
function subject({ method, uri }: Exchange): string {
  if (method !== 'GET') return 'writes';
  if (uri === null) return 'addresses that were not kept';
  const { hostname, pathname } = new URL(uri);
  if (pathname.includes('/operations/')) return 'long-running operations';
  if (hostname === 'notebooks.googleapis.com') return 'user-managed notebooks (notebooks v1)';
  if (hostname === 'monitoring.googleapis.com') return 'metrics';
  if (pathname.includes('/publishers/')) return 'publisher models';
  return /\/locations\/[^/]+\/(\w+)/.exec(pathname)?.[1] ?? pathname;
}

/** As where Cloud Asset Inventory is not enabled: of what was recorded, each list is asked itself. */
const NO_INVENTORY = { error: { code: 403, details: [{ reason: 'SERVICE_DISABLED' }] } };

/** Answers with one recorded exchange, and with an empty object to whatever else is asked. */
const replaying = ({ url, exchange }: Covered): HttpClient => ({
  sendRequest: async (request) => {
    const asked = new URL(request.url);
    const isIt = asked.host === url.host && asked.pathname === url.pathname;
    const isInventory = asked.host === 'cloudasset.googleapis.com';
    return {
      request,
      headers: createHttpHeaders({ 'content-type': 'application/json' }),
      status: isIt ? exchange.status : isInventory ? 403 : 200,
      bodyAsText: JSON.stringify((isIt ? exchange.body : isInventory ? NO_INVENTORY : undefined) ?? {}),
    };
  },
});

async function replay(one: Covered): Promise<{ assets: Asset[]; outcome: string | undefined }> {
  const [, account = '', region = ''] = /projects\/([^/]+)\/locations\/([^/]+)/.exec(one.url.pathname) ?? [];
  const cloud = gcpCloud({
    regions: [region],
    httpClient: replaying(one),
    credential: {
      operation: { id: 'recorded.token', permission: 'none' },
      getToken: async () => ({ token: 'recorded', expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
  });
  const reading = readingOf({ provider: 'gcp', account, region: 'global' });
  const { assets, coverage } = one.name
    ? await cloud.rediscover(reading, TYPES[one.collection] ?? '', `//aiplatform.googleapis.com/${one.name}`)
    : await cloud.discover(reading, {
        onDefect: (_type, error) => {
          throw error;
        },
      });
  const operation = `aiplatform.${one.collection}.${one.name ? 'get' : 'list'}`;
  const ofCollection = assets.filter(({ type }) => type === TYPES[one.collection]);
  return {
    assets: ofCollection,
    outcome: coverage.find((record) => record.operation === operation)?.outcome,
  };
}

const TYPES: Readonly<Record<string, string>> = {
  models: 'gcp.vertex.model',
  endpoints: 'gcp.vertex.endpoint',
  customJobs: 'gcp.vertex.custom-job',
};

/** Judgements by the last part of the check’s id, the same for every asset of the kind. */
function judgementsOn(assets: readonly Asset[]): Record<string, string> {
  const found = assets.map((asset) =>
    Object.fromEntries(
      verdictsOn([asset]).map(({ checkId, judgement }) => [checkId.replace('gcp.vertex.', ''), judgement]),
    ),
  );
  for (const each of found) expect(each).toEqual(found[0]);
  return found[0] ?? {};
}

function exchangesByFile(): Map<string, Exchange[]> {
  const files = globSync('*.json', { cwd: folder }).sort();
  return new Map(
    files.map((file) => [
      file,
      z.array(Exchange).parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
    ]),
  );
}

if (!existsSync(folder))
  test(`fixtures absent: no recorded responses in ${folder}, so nothing was replayed`, () => {
    console.warn(
      `fixtures absent: ${folder}; set AISPM_FIXTURES to replay recorded responses of Google Cloud`,
    );
  });
else
  describe('recorded responses of Google Cloud', () => {
    const all = [...exchangesByFile()];
    const ours = all.flatMap(([file, exchanges]) =>
      exchanges.flatMap((exchange) => covered(file, exchange) ?? []),
    );

    test.each(ours.map((one, index) => [`${one.file} #${index} ${one.url.pathname}`, one] as const))(
      'are read without loss: %s',
      async (_title, one) => {
        const { assets, outcome } = await replay(one);
        expect(outcome).toBe('complete');
        const sent = one.name ? [one.exchange.body] : (one.exchange.body?.[one.collection] ?? []);
        expect(assets.map(({ config }) => config)).toEqual(sent);
        expect(assets.flatMap(({ malformed = [] }) => malformed)).toEqual([]);
      },
    );

    async function assetsOf(type: string): Promise<Asset[]> {
      const replayed = await Promise.all(ours.map(replay));
      const assets = replayed.flatMap((each) => each.assets).filter((asset) => asset.type === type);
      expect(assets.length).toBeGreaterThan(2);
      return assets;
    }

    test('endpoints without a model are public, and what only a deployed model can do is not asked', async () => {
      const assets = await assetsOf('gcp.vertex.endpoint');
      expect(judgementsOn(assets.filter(({ config }) => !config['deployedModels']))).toEqual({
        'endpoint-public': 'fail',
        'endpoint-dedicated-dns': 'fail',
        'endpoint-customer-key': 'fail',
        'endpoint-private-connect-allowlist': 'not-applicable',
        'endpoint-request-logging': 'not-applicable',
        'endpoint-access-logging': 'not-applicable',
        'endpoint-container-logging': 'not-applicable',
        'endpoint-default-service-account': 'not-applicable',
        'endpoint-model-server-egress': 'not-applicable',
      });
    });

    test('endpoints with a model log no requests, and their model runs without access to the project', async () => {
      const assets = await assetsOf('gcp.vertex.endpoint');
      expect(judgementsOn(assets.filter(({ config }) => config['deployedModels']))).toEqual({
        'endpoint-public': 'fail',
        'endpoint-dedicated-dns': 'fail',
        'endpoint-customer-key': 'fail',
        'endpoint-private-connect-allowlist': 'not-applicable',
        'endpoint-request-logging': 'fail',
        'endpoint-access-logging': 'fail',
        'endpoint-container-logging': 'pass',
        'endpoint-default-service-account': 'pass',
        'endpoint-model-server-egress': 'fail',
      });
    });

    test('models can be exported, under Google’s key, and have neither container nor artefact of their own', async () => {
      expect(judgementsOn(await assetsOf('gcp.vertex.model'))).toEqual({
        'model-exportable': 'fail',
        'model-customer-key': 'fail',
        'model-image-digest': 'not-applicable',
        'model-environment-secret': 'not-applicable',
        'model-artifact-bucket-public': 'not-applicable',
      });
    });

    test('are of these other things as well, which no operation asks for yet', () => {
      const others = all.flatMap(([file, exchanges]) =>
        exchanges.filter((exchange) => !covered(file, exchange)).map(subject),
      );
      const files = new Set(ours.map(({ file }) => file));
      console.log(
        `recorded Google Cloud: ${all.length} files, ${files.size} of them covered by ${ours.length} exchanges; not covered: ${[...new Set(others)].sort().join(', ')}`,
      );
      expect([...new Set(others)].sort()).toEqual([
        'addresses that were not kept',
        'batchPredictionJobs',
        'datasets',
        'hyperparameterTuningJobs',
        'long-running operations',
        'metrics',
        'modelDeploymentMonitoringJobs',
        'publisher models',
        'user-managed notebooks (notebooks v1)',
        'writes',
      ]);
    });
  });
