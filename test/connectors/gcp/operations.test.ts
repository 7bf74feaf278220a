import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scanOperationsOf } from '#connectors/connector.ts';
import { gcpConnectors as everyConnector } from '#connectors/gcp/index.ts';
import { SECRET, SECRET_OF_NO_FORM, sample } from '#test/estate/gcp/sample.ts';
import { type GcpEstate, startGcpEstate } from '#test/estate/gcp/server.ts';
import { identityOf } from '#test/estate/gcp/services/identity.ts';
import { cloudOf, readingOf, type Scan, scan } from './scan.ts';

const gcpConnectors = everyConnector.filter(({ level }) => level === 'project');

let estate: GcpEstate;
let found: Scan;

beforeAll(async () => {
  estate = await startGcpEstate(sample);
  found = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
});
afterAll(() => estate.close());

/** Without the inventory, which is not enabled here: it is asked once, refuses, and is no operation of a connector. */
const operationsSent = (): string[] =>
  [...new Set(estate.requests.map(({ operation }) => operation))]
    .filter((operation) => operation !== 'cloudasset.assets.listResource')
    .sort();

/** Collections of which the sample has one well and one badly set resource, by asset type. */
const PAIRS = gcpConnectors.flatMap(({ assetType, operations }) => {
  const [, collection = ''] = /^aiplatform\.(\w+)\.list$/.exec(operations.list[0]?.id ?? '') ?? [];
  return collection === '' || ['models', 'endpoints', 'customJobs'].includes(collection)
    ? []
    : [[assetType.id, collection] as const];
});

describe('a scan of a project', () => {
  test('sends the operations that connectors declare, all of them and no other', () => {
    const declared = new Set(gcpConnectors.flatMap(scanOperationsOf).map(({ id }) => id));
    expect(operationsSent()).toEqual([...declared].sort());
  });

  test('reads every operation to its end', () => {
    const { inventory = [], lists = [] } = Object.groupBy(found.coverage, ({ operation }) =>
      operation.startsWith('cloudasset.') ? 'inventory' : 'lists',
    );
    expect(inventory).toMatchObject([{ outcome: 'unavailable', calls: 1 }]);
    expect(lists.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
    expect(lists.map(({ operation }) => operation).sort()).toEqual(operationsSent());
  });

  test('finds every asset on every page, of jobs those that run or were created lately, and of buckets those referred to', () => {
    const counts = Object.groupBy(found.assets, ({ type }) => type);
    expect(Object.fromEntries(Object.entries(counts).map(([type, list]) => [type, list?.length]))).toEqual({
      'gcp.vertex.model': 7,
      'gcp.vertex.endpoint': 5,
      // Five, two of which one cause has made: of those the latest.
      'gcp.vertex.custom-job': 4,
      'gcp.workbench.instance': 4,
      'gcp.storage.bucket': 4,
      'gcp.resource-manager.project-policy': 1,
      'gcp.service-usage.enabled-services': 1,
      'gcp.apikeys.key': 2,
      'gcp.artifactregistry.repository': 2,
      'gcp.dialogflow.agent': 2,
      'gcp.dialogflow.es-agent': 1,
      'gcp.discoveryengine.data-store': 2,
      'gcp.discoveryengine.engine': 1,
      'gcp.documentai.processor': 2,
      // One that AI runs as, and one beside it.
      'gcp.iam.service-account': 2,
      // Two of the project, and of Google's those that its policies grant.
      'gcp.iam.role': 10,
      'gcp.iam.workload-identity-pool': 2,
      'gcp.iam.workload-identity-pool-provider': 2,
      'gcp.iam.deny-policy': 1,
      'gcp.logging.bucket': 2,
      'gcp.logging.sinks': 1,
      'gcp.modelarmor.floor-setting': 1,
      'gcp.modelarmor.template': 2,
      'gcp.orgpolicy.effective-policy': 6,
      ...Object.fromEntries(PAIRS.map(([type]) => [type, 2])),
    });
    const names = found.assets.filter(({ type }) => type === 'gcp.storage.bucket').map(({ name }) => name);
    expect(names.sort()).toEqual(['acme-open', 'acme-packages', 'acme-scripts', 'acme-vault']);
  });

  test('asks each list once a page, and once more per bucket, endpoint, agent and template for its policy', () => {
    const calls = Object.groupBy(estate.requests, ({ operation }) => operation);
    expect(
      Object.fromEntries(Object.entries(calls).map(([operation, list]) => [operation, list?.length])),
    ).toEqual({
      'cloudasset.assets.listResource': 1,
      'aiplatform.models.list': 3,
      'aiplatform.endpoints.list': 2,
      'aiplatform.customJobs.list': 2,
      'notebooks.instances.list': 2,
      'storage.buckets.list': 2,
      // The staging bucket of a model, which is not among those of the project.
      'storage.buckets.get': 1,
      'storage.buckets.getIamPolicy': 4,
      'resourcemanager.projects.getIamPolicy': 1,
      'serviceusage.services.list': 4,
      'apikeys.keys.list': 1,
      'artifactregistry.repositories.get': 2,
      'artifactregistry.repositories.getIamPolicy': 2,
      'dialogflow.agents.get (ES)': 1,
      // Lists by location: of the one region of the config, and of multi-regions.
      'dialogflow.agents.list': 3,
      'discoveryengine.dataStores.list': 3,
      'discoveryengine.engines.list': 3,
      'documentai.processors.list': 2,
      'iam.serviceAccountKeys.list': 1,
      'iam.serviceAccounts.list': 1,
      'iam.serviceAccounts.getIamPolicy': 2,
      'iam.roles.list': 1,
      'iam.roles.get': 8,
      'iam.workloadIdentityPools.list': 1,
      'iam.workloadIdentityPoolProviders.list': 2,
      'iam.denypolicies.list': 1,
      'iam.denypolicies.get': 1,
      'logging.buckets.list': 1,
      'logging.sinks.list': 1,
      'modelarmor.floorSettings.get': 1,
      'modelarmor.templates.list': 3,
      'orgpolicy.policy.get': 6,
      ...Object.fromEntries(PAIRS.map(([, collection]) => [`aiplatform.${collection}.list`, 1])),
      'aiplatform.endpoints.getIamPolicy': 5,
      'aiplatform.reasoningEngines.getIamPolicy': 2,
      'aiplatform.notebookRuntimeTemplates.getIamPolicy': 2,
      'aiplatform.notebookRuntimeTemplates.get': 2,
    });
  });

  test('keeps as context what is no AI and decides who reaches it, and judges none of it', () => {
    const context = found.assets.filter(({ isContext }) => isContext);
    expect([...new Set(context.map(({ type }) => type))].sort()).toEqual([
      'gcp.iam.deny-policy',
      'gcp.iam.role',
      'gcp.iam.service-account',
      'gcp.iam.workload-identity-pool',
      'gcp.iam.workload-identity-pool-provider',
    ]);
    const keysOf = (email: string) =>
      found.verdicts
        .filter(
          ({ checkId, assetId }) => checkId === 'gcp.iam.service-account-keys' && assetId.endsWith(email),
        )
        .map(({ judgement }) => judgement);
    expect(keysOf('/ml@acme-ml.iam.gserviceaccount.com')).toEqual(['fail']);
    expect(keysOf('/idle@acme-ml.iam.gserviceaccount.com')).toEqual(['not-applicable']);
  });

  test('keeps of a role the permissions that lead to AI, and a role without any as it is', () => {
    const role = (name: string) => found.assets.find((asset) => asset.name === name)?.config;
    expect(role('roles/editor')?.['includedPermissions']).toEqual([
      'aiplatform.customJobs.create',
      'aiplatform.pipelineJobs.create',
      'compute.instances.setMetadata',
      'iam.serviceAccounts.actAs',
    ]);
    expect(role('projects/acme-ml/roles/modelReader')?.['includedPermissions']).toEqual([
      'aiplatform.models.get',
      'storage.objects.get',
    ]);
    expect(role('projects/acme-ml/roles/retired')).toEqual({
      name: 'projects/acme-ml/roles/retired',
      title: 'Retired',
      stage: 'DISABLED',
      etag: 'BwYR',
    });
  });

  test('asks for deny policies by what they are attached to, in one part of the path', () => {
    const asked = estate.requests.filter(({ operation }) => operation.startsWith('iam.denypolicies.'));
    const at = (project: string) =>
      `/v2/policies/cloudresourcemanager.googleapis.com%2Fprojects%2F${project}/denypolicies`;
    expect(asked.map(({ path }) => path)).toEqual([at('acme-ml'), `${at('123456789012')}/keep-endpoints`]);
    const policy = found.assets.find(({ type }) => type === 'gcp.iam.deny-policy');
    expect(policy?.config).toMatchObject({
      rules: [{ denyRule: { deniedPermissions: ['aiplatform.googleapis.com/endpoints.delete'] } }],
    });
  });

  test('keeps names and kinds of secrets, and none of their values', () => {
    for (const secret of [SECRET, SECRET_OF_NO_FORM]) expect(JSON.stringify(found)).not.toContain(secret);
    const model = found.assets.find(({ name }) => name === 'model-2');
    expect(model?.config['containerSpec']).toMatchObject({
      env: [{ name: 'OPENAI_API_KEY', valueKind: 'model-provider-key' }],
      args: ['(not kept: model-provider-key)'],
    });
  });

  test('passes what is well set and fails what is not', () => {
    const judgements = (name: string): string[] => {
      const asset = found.assets.find((candidate) => candidate.name === name);
      return [
        ...new Set(
          found.verdicts.filter(({ assetId }) => assetId === asset?.id).map(({ judgement }) => judgement),
        ),
      ].sort();
    };
    const firsts = PAIRS.map(([, collection]) => `${collection}-1`);
    for (const name of ['model-1', 'job-1', 'desk-1', 'acme-vault', 'endpoint-1', ...firsts]) {
      const without = judgements(name).filter((judgement) => judgement !== 'not-applicable');
      expect([name, without]).toEqual([name, ['pass']]);
    }
    for (const name of ['job-2', 'desk-2', 'acme-open'])
      expect([name, judgements(name)]).toEqual([name, ['fail']]);
    const seconds = PAIRS.map(([, collection]) => `${collection}-2`);
    for (const name of ['model-2', 'endpoint-2', ...seconds]) {
      expect([name, judgements(name)]).toEqual([name, expect.arrayContaining(['fail'])]);
      expect([name, judgements(name)]).not.toEqual([name, expect.arrayContaining(['unknown'])]);
    }
  });

  test('relates assets across services', () => {
    const related = (name: string) =>
      found.assets
        .find((asset) => asset.name === name)
        ?.relations.map(({ kind, target }) => `${kind} ${target}`);
    expect(related('model-2')).toContain('stored-in //storage.googleapis.com/acme-open');
    expect(related('model-2')).toContain(
      'deployed-as //aiplatform.googleapis.com/projects/123456789012/locations/us-central1/endpoints/2',
    );
    expect(related('endpoint-1')).toContain(
      'contains //aiplatform.googleapis.com/projects/123456789012/locations/us-central1/models/1',
    );
    expect(related('endpoint-1')).toContain(
      'logs-to //bigquery.googleapis.com/projects/acme-ml/datasets/serving/tables/requests',
    );
    expect(related('job-2')).toContain('reads-from //storage.googleapis.com/acme-packages');
    expect(related('desk-1')).toContain(
      'attached-to //compute.googleapis.com/projects/123456789012/global/networks/ml',
    );
    expect(related('desk-2')).toContain(
      'assumes //iam.googleapis.com/projects/-/serviceAccounts/123456789012-compute@developer.gserviceaccount.com',
    );
  });
});

test('reads who is let in only where there is something of AI to be let in to', async () => {
  const bare = await startGcpEstate({
    projects: {
      'acme-web': {
        collections: {
          ...identityOf('acme-web'),
          serviceAccounts: [{ email: 'web@acme-web.iam.gserviceaccount.com' }],
        },
        iamPolicy: { bindings: [{ role: 'roles/editor', members: ['group:web@example.com'] }] },
      },
    },
  });
  try {
    const { coverage } = await scan(cloudOf(bare, { projects: ['acme-web'] }));
    expect(bare.requests.filter(({ host }) => host === 'iam.googleapis.com')).toEqual([]);
    expect(coverage.find(({ operation }) => operation === 'iam.roles.list')?.outcome).toBe('complete');
  } finally {
    await bare.close();
  }
});

describe('one asset read again', () => {
  test('is the same as in the scan, for every type', async () => {
    const cloud = cloudOf(estate, { projects: ['acme-ml'] });
    const recorded = new Set(found.assets.flatMap(({ relations }) => relations.map(({ target }) => target)));
    for (const { assetType } of gcpConnectors) {
      const known = found.assets.find(({ type }) => type === assetType.id);
      if (!known) throw new Error(`the sample has no ${assetType.id}`);
      const { assets, coverage } = await cloud.rediscover(
        readingOf(known.scope, recorded),
        assetType.id,
        known.id,
      );
      expect(assets).toEqual([known]);
      expect(coverage.map(({ outcome }) => outcome)).not.toContain('failed');
    }
  });

  test('is gone, by a complete answer, when it was deleted', async () => {
    const cloud = cloudOf(estate, { projects: ['acme-ml'] });
    for (const { assetType } of gcpConnectors.filter(({ operations }) => operations.find)) {
      const known = found.assets.find(({ type }) => type === assetType.id);
      if (!known) throw new Error(`the sample has no ${assetType.id}`);
      const { assets, coverage } = await cloud.rediscover(
        readingOf(known.scope),
        assetType.id,
        `${known.id}-that-was-deleted`,
      );
      expect(assets).toEqual([]);
      expect(coverage.map(({ outcome }) => outcome)).toEqual(['complete']);
    }
  });

  test('is refused for a type that no connector reads', async () => {
    const reading = readingOf({ provider: 'gcp', account: 'acme-ml', region: 'global' });
    await expect(cloudOf(estate).rediscover(reading, 'gcp.vertex.nothing', '//x')).rejects.toThrow(
      'no connector reads gcp.vertex.nothing',
    );
  });
});
