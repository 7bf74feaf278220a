import { afterEach, describe, expect, test } from 'vitest';
import { federatedCredential, type GoogleCredential } from '#connectors/gcp/credentials.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { sample } from '#test/estate/gcp/sample.ts';
import { type GcpEstate, type GcpEstateOptions, startGcpEstate } from '#test/estate/gcp/server.ts';
import { cloudOf, readingOf, scan } from './scan.ts';

const started: GcpEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

async function estateWith(options: GcpEstateOptions = {}): Promise<GcpEstate> {
  const estate = await startGcpEstate(
    { projects: { ...sample.projects, 'acme-web': { collections: {} } } },
    undefined,
    options,
  );
  started.push(estate);
  return estate;
}

const hierarchy = {
  'organizations/111111': { projects: ['acme-ml'], folders: ['folders/222222', 'folders/333333'] },
  'folders/222222': { folders: ['folders/444444'] },
  'folders/444444': { projects: ['acme-web'] },
};

const outcomes = (coverage: readonly { operation: string; outcome: string }[]) =>
  Object.fromEntries(coverage.map(({ operation, outcome }) => [operation, outcome]));

describe('the plan', () => {
  test('is every configured project, whatever the regions', async () => {
    const estate = await estateWith();
    const cloud = cloudOf(estate, {
      projects: ['acme-ml', 'acme-web'],
      regions: ['us-central1', 'europe-west4'],
    });
    const { scopes, coverage } = await cloud.plan();
    expect(scopes.map(scopeKey)).toEqual(['gcp/acme-ml/global', 'gcp/acme-web/global']);
    expect(coverage).toEqual([]);
    expect(estate.requests).toEqual([]);
  });

  test('holds every project that is visible, when none is configured', async () => {
    const { scopes, coverage } = await cloudOf(await estateWith({ pageSize: 1 })).plan();
    expect([...new Set(scopes.map(({ account }) => account))]).toEqual(['acme-ml', 'acme-web']);
    expect(outcomes(coverage)).toEqual({ 'resourcemanager.projects.search': 'complete' });
  });

  test('holds an organisation and every project under it, however deep', async () => {
    const cloud = cloudOf(await estateWith({ hierarchy, pageSize: 1 }), { organization: '111111' });
    const { scopes, coverage } = await cloud.plan();
    expect(scopes.map(({ account }) => account).sort()).toEqual([
      'acme-ml',
      'acme-web',
      'organizations:111111',
    ]);
    expect(coverage.map(({ scope }) => scopeKey(scope))).toContain('gcp/organizations:111111/estate');
    expect(outcomes(coverage)).toEqual({
      'resourcemanager.folders.list': 'complete',
      'resourcemanager.projects.list': 'complete',
    });
  });

  test('keeps the projects that could be listed, and names the permission for the folders that could not', async () => {
    const estate = await estateWith({ hierarchy });
    estate.faults.set('resourcemanager.folders.list', { kind: 'denied' });
    const { scopes, coverage } = await cloudOf(estate, { organization: '111111' }).plan();
    expect(scopes.map(({ account }) => account)).toEqual(['acme-ml', 'organizations:111111']);
    expect(coverage).toContainEqual(
      expect.objectContaining({ outcome: 'denied', permission: 'resourcemanager.folders.list' }),
    );
  });

  test('does not take a search that shows nothing for an estate without projects', async () => {
    const estate = await estateWith();
    for (const project of Object.keys(estate.state.projects)) delete estate.state.projects[project];
    const { scopes, coverage } = await cloudOf(estate).plan();
    expect(scopes).toEqual([]);
    expect(coverage).toEqual([
      expect.objectContaining({ outcome: 'denied', permission: 'resourcemanager.projects.get' }),
    ]);
  });
});

describe('a scope that cannot be entered', () => {
  const refused = (error: unknown): GoogleCredential => ({
    operation: { id: 'sts.token', permission: 'a provider that trusts this role' },
    getToken: () => Promise.reject(error),
  });
  const reading = readingOf({ provider: 'gcp', account: 'acme-ml', region: 'global' });

  test('has one coverage record and nothing else, and the estate is not asked', async () => {
    const estate = await estateWith();
    const cloud = cloudOf(estate, {
      credential: refused(Object.assign(new Error('secret text'), { status: 400 })),
    });
    const { assets, coverage } = await cloud.discover(reading);
    expect(assets).toEqual([]);
    expect(coverage).toEqual([
      expect.objectContaining({ operation: 'sts.token', outcome: 'denied', detail: 'Error HTTP 400' }),
    ]);
    expect(await cloud.rediscover(reading, 'gcp.vertex.model', '//x')).toEqual({ assets, coverage });
    expect((await cloud.plan()).coverage).toEqual([expect.objectContaining({ outcome: 'denied' })]);
    expect(estate.requests).toEqual([]);
  });

  test.for([
    [Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'failed'],
    [Object.assign(new Error(), { status: 503 }), 'failed'],
    [Object.assign(new Error(), { response: { status: 429 } }), 'throttled'],
    [new Error('Could not load the default credentials.'), 'denied'],
  ] as const)('says what kind of failure it was: %s is %s', async ([error, outcome]) => {
    const cloud = cloudOf(await estateWith(), { credential: refused(error) });
    const { coverage } = await cloud.discover(reading);
    expect(coverage.map((record) => record.outcome)).toEqual([outcome]);
  });
});

describe('what a scope does not offer or reach', () => {
  test('an API that is not enabled is unavailable, not denied, and what is recorded stays', async () => {
    const estate = await estateWith({
      disabled: ['us-central1-aiplatform.googleapis.com', 'notebooks.googleapis.com'],
    });
    const { coverage } = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
    expect(outcomes(coverage)).toMatchObject({
      'aiplatform.models.list': 'unavailable',
      'notebooks.instances.list': 'unavailable',
      'resourcemanager.projects.getIamPolicy': 'complete',
    });
  });

  test('a Workbench list that could not reach a zone gives what it has, and is not complete', async () => {
    const estate = await estateWith({ unreachable: ['us-west1-a'] });
    const { assets, coverage } = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
    expect(assets.filter(({ type }) => type === 'gcp.workbench.instance')).toHaveLength(4);
    expect(coverage).toContainEqual(
      expect.objectContaining({
        operation: 'notebooks.instances.list',
        outcome: 'failed',
        detail: 'unreachable: us-west1-a',
      }),
    );
  });

  test('a bucket of another project stays unseen, and the verdict on it unknown', async () => {
    const estate = await estateWith();
    const project = estate.state.projects['acme-ml'];
    if (!project) throw new Error('the sample has no acme-ml');
    estate.state.projects['acme-ml'] = { ...project, buckets: [] };
    const { verdicts } = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
    const judgements = verdicts.filter(
      ({ checkId }) => checkId === 'gcp.vertex.model-artifact-bucket-public',
    );
    expect(new Set(judgements.map(({ judgement }) => judgement))).toEqual(new Set(['unknown']));
  });

  test('a project whose policy is denied is there, with every verdict on it unknown and the permission named', async () => {
    const estate = await estateWith();
    estate.faults.set('resourcemanager.projects.getIamPolicy', { kind: 'denied' });
    const { assets, verdicts } = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
    const policy = assets.find(({ type }) => type === 'gcp.resource-manager.project-policy');
    expect(policy?.unread?.$unread).toMatchObject({
      outcome: 'denied',
      permission: 'resourcemanager.projects.getIamPolicy',
    });
    const judgements = verdicts
      .filter(({ assetId }) => assetId === policy?.id)
      .map(({ judgement }) => judgement);
    expect(new Set(judgements)).toEqual(new Set(['unknown']));
  });
});

describe('keyless federation', () => {
  const federation = (estate: GcpEstate) => ({
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/aws/providers/aispm',
    awsRegion: 'eu-west-1',
    awsCredentials: async () => ({
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'example',
      sessionToken: 'session',
    }),
    endpoints: estate.endpoints,
  });

  test('reads as the federated identity: one exchange for a whole scan', async () => {
    const estate = await estateWith();
    const credential = federatedCredential(federation(estate));
    const { assets, coverage } = await scan(cloudOf(estate, { projects: ['acme-ml'], credential }));
    expect(assets.length).toBeGreaterThan(20);
    expect(new Set(coverage.map(({ outcome }) => outcome))).toEqual(new Set(['complete', 'unavailable']));
    expect(estate.requests.filter(({ operation }) => operation === 'sts.token')).toHaveLength(1);
  });

  test('impersonates a service account when one is named', async () => {
    const estate = await estateWith();
    const credential = federatedCredential({
      ...federation(estate),
      serviceAccount: 'aispm@acme-ml.iam.gserviceaccount.com',
    });
    await cloudOf(estate, { projects: ['acme-ml'], credential }).discover(
      readingOf({ provider: 'gcp', account: 'acme-ml', region: 'global' }),
    );
    expect(estate.requests.slice(0, 2).map(({ operation, path }) => [operation, path])).toEqual([
      ['sts.token', '/v1/token'],
      [
        'iamcredentials.serviceAccounts.generateAccessToken',
        '/v1/projects/-/serviceAccounts/aispm@acme-ml.iam.gserviceaccount.com:generateAccessToken',
      ],
    ]);
  });

  test('a refused exchange is coverage, and keeps the AWS signature to itself', async () => {
    const estate = await estateWith();
    estate.faults.set('sts.token', { kind: 'denied' });
    const cloud = cloudOf(estate, { credential: federatedCredential(federation(estate)) });
    const { assets, coverage } = await cloud.discover(
      readingOf({ provider: 'gcp', account: 'acme-ml', region: 'global' }),
    );
    expect(assets).toEqual([]);
    expect(coverage).toEqual([expect.objectContaining({ operation: 'sts.token', outcome: 'denied' })]);
    expect(JSON.stringify(coverage)).not.toMatch(/AKIDEXAMPLE|AWS4|session/);
  });
});

test('the loopback refuses every host that is not Google’s', async () => {
  const estate = await estateWith();
  const request = { url: 'https://example.com/' } as Parameters<typeof estate.httpClient.sendRequest>[0];
  expect(() => estate.httpClient.sendRequest(request)).toThrow('the estate has no https://example.com');
});
