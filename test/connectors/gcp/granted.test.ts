import { afterEach, describe, expect, it } from 'vitest';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import { dangersIn, type Granted } from '#connectors/granted.ts';
import { googleRole } from '#connectors/permissions.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { GcpProjectDescription } from '#test/estate/description.ts';
import { type GcpEstate, startGcpEstate } from '#test/estate/gcp/server.ts';
import { cloudOf } from './scan.ts';

let estate: GcpEstate | undefined;
afterEach(() => estate?.close());

const scopeOf = (account: string): Scope => ({ provider: 'gcp', account, region: 'global' });
const reading = googleRole(gcpConnectors, 'projects').includedPermissions;

/** What the identity of the estate learns of itself in the project. */
async function learnt(
  caller: GcpProjectDescription['caller'],
  account = 'acme-ml',
  fault?: 'denied' | 'server-error',
): Promise<Granted> {
  await estate?.close();
  estate = await startGcpEstate(
    { projects: { 'acme-ml': { collections: {}, ...(caller ? { caller } : {}) } } },
    undefined,
    { hierarchy: { 'organizations/111111': { projects: ['acme-ml'] } } },
  );
  if (fault) estate.faults.set('resourcemanager.projects.testIamPermissions', { kind: fault });
  const [granted] = (await cloudOf(estate).granted?.([scopeOf(account)])) ?? [];
  if (!granted) throw new Error('nothing was learnt');
  return granted;
}

describe('what an identity was granted in a project', () => {
  it('is all that reading takes, and no more, with the role that aispm setup prints', async () => {
    expect(await learnt(undefined)).toEqual({
      scope: scopeOf('acme-ml'),
      visible: true,
      missing: [],
      excess: [],
      unread: [],
    });
  });

  it('is asked for what reading takes and for what nobody should have, in as few requests as Google lets halves be', async () => {
    await learnt(undefined);
    const asked = new Set([...reading, ...dangersIn('gcp').map(({ permission }) => permission)]).size;
    const requests = 2 ** Math.max(0, Math.ceil(Math.log2(asked / 100)));
    expect(estate?.requests.map(({ operation }) => operation)).toEqual(
      Array.from({ length: requests }, () => 'resourcemanager.projects.testIamPermissions'),
    );
  });

  it('misses what was not given', async () => {
    expect((await learnt({ without: ['aiplatform.models.list', 'storage.buckets.list'] })).missing).toEqual([
      'aiplatform.models.list',
      'storage.buckets.list',
    ]);
  });

  it('is too much with what predicts, queries, takes tokens or reads data, one entry for each reason', async () => {
    const { excess } = await learnt({
      also: [
        'aiplatform.endpoints.predict',
        'aiplatform.reasoningEngines.query',
        'iam.serviceAccounts.getAccessToken',
        'storage.objects.get',
      ],
    });
    expect(excess).toEqual([
      {
        granted: ['iam.serviceAccounts.getAccessToken'],
        example: 'iam.serviceAccounts.getAccessToken',
        reason: 'hands out keys or tokens, or lets act as another',
      },
      {
        granted: ['aiplatform.endpoints.predict', 'aiplatform.reasoningEngines.query'],
        example: 'aiplatform.endpoints.predict',
        reason: 'uses a model, an agent or an index, at the owner’s cost and with its answers',
      },
      {
        granted: ['storage.objects.get'],
        example: 'storage.objects.get',
        reason: 'reads data: prompts, memories, documents, objects or logs',
      },
    ]);
  });

  it('is learnt of the others where a permission cannot be asked for in a project', async () => {
    const unknown = ['logging.privateLogEntries.list', 'aiplatform.models.list'];
    const granted = await learnt({
      unknown,
      without: ['aiplatform.endpoints.list'],
      also: ['storage.objects.get'],
    });
    expect(granted.missing).toEqual(['aiplatform.endpoints.list']);
    expect(granted.excess.map(({ example }) => example)).toEqual(['storage.objects.get']);
    expect(granted.unread).toEqual([]);
  });

  it('is nothing where it may do nothing, or where there is no such project', async () => {
    for (const granted of [
      await learnt({ without: reading }),
      await learnt(undefined, 'acme-gone'),
      await learnt(undefined, 'acme-ml', 'denied'),
    ])
      expect(granted).toMatchObject({ visible: false, missing: [], excess: [], unread: [] });
  });

  it('is not known where Google does not answer', async () => {
    const granted = await learnt(undefined, 'acme-ml', 'server-error');
    expect(granted).not.toHaveProperty('visible');
    expect(granted.unread).toMatchObject([
      { operation: 'resourcemanager.projects.testIamPermissions', outcome: 'failed' },
    ]);
  });

  it('is asked of the organization too, where that is scanned', async () => {
    expect(await learnt(undefined, 'organizations:111111')).toMatchObject({
      visible: true,
      missing: [],
      excess: [],
    });
    expect(estate?.requests.map(({ path }) => path)).toEqual(['/v3/organizations/111111:testIamPermissions']);
  });
});
