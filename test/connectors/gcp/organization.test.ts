import { afterEach, describe, expect, test } from 'vitest';
import { scanOperationsOf } from '#connectors/connector.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { sample } from '#test/estate/gcp/sample.ts';
import { type GcpEstate, startGcpEstate } from '#test/estate/gcp/server.ts';
import { denyDeletion } from '#test/estate/gcp/services/identity.ts';
import { cloudOf, readingOf, verdictsOn } from './scan.ts';

const started: GcpEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

const hierarchy = {
  'organizations/111111': {
    folders: ['folders/222222'],
    iamPolicy: {
      bindings: [
        { role: 'roles/browser', members: ['group:all@example.com'] },
        { role: 'organizations/111111/roles/auditor', members: ['group:audit@example.com'] },
      ],
    },
    roles: [{ name: 'organizations/111111/roles/auditor', includedPermissions: ['aiplatform.models.list'] }],
  },
  'folders/222222': {
    folders: ['folders/333333'],
    iamPolicy: { bindings: [{ role: 'roles/aiplatform.user', members: ['allAuthenticatedUsers'] }] },
  },
  'folders/333333': {
    iamPolicy: { bindings: [{ role: 'roles/editor', members: ['user:somebody@gmail.com'] }] },
    denyPolicies: [denyDeletion('folders/333333')],
  },
};

async function organization() {
  const estate = await startGcpEstate(sample, undefined, { hierarchy });
  started.push(estate);
  const scope = { provider: 'gcp', account: 'organizations:111111', region: 'global' } as const;
  const cloud = cloudOf(estate, { organization: '111111' });
  return { estate, cloud, scan: () => cloud.discover(readingOf(scope)), scope };
}

const failing = (assets: Parameters<typeof verdictsOn>[0]) =>
  verdictsOn(assets)
    .filter(({ judgement }) => judgement === 'fail')
    .map(({ checkId, assetId }) => [checkId, assetId.slice(assetId.lastIndexOf('.com/') + 5)]);

const policiesOf = (assets: readonly Asset[]): string[] =>
  assets
    .filter(({ type }) => type === 'gcp.resource-manager.organization-policy')
    .map(({ name }) => name)
    .sort();

describe('an organisation', () => {
  test('has the policies of itself and of every folder below it, and nothing of a project', async () => {
    const { estate, scan } = await organization();
    const { assets, coverage } = await scan();
    expect(policiesOf(assets)).toEqual(['folders/222222', 'folders/333333', 'organizations/111111']);
    expect(failing(assets)).toEqual([
      ['gcp.resource-manager.organization-public-member', 'folders/222222'],
      ['gcp.resource-manager.organization-personal-account-ai-role', 'folders/333333'],
    ]);
    const declared = gcpConnectors.filter(({ level }) => level === 'organization').flatMap(scanOperationsOf);
    expect(new Set(estate.requests.map(({ operation }) => operation))).toEqual(
      new Set(declared.map(({ id }) => id)),
    );
    expect(coverage.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
    expect(coverage.map(({ operation }) => operation).sort()).toEqual(
      [...new Set(declared.map(({ id }) => id))].sort(),
    );
  });

  test('has the roles that it defines and grants, and what is denied in its folders, as context', async () => {
    const { estate, scan } = await organization();
    const { assets } = await scan();
    const context = assets.filter(({ isContext }) => isContext);
    expect(context.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
      'gcp.iam.organization-deny-policy Keep endpoints',
      'gcp.iam.organization-role organizations/111111/roles/auditor',
      'gcp.iam.organization-role roles/aiplatform.user',
      'gcp.iam.organization-role roles/browser',
      'gcp.iam.organization-role roles/editor',
    ]);
    expect(estate.requests.filter(({ operation }) => operation === 'iam.denypolicies.list')).toHaveLength(3);
  });

  test.each([
    ['resourcemanager.folders.list', ['organizations/111111']],
    ['resourcemanager.folders.getIamPolicy', ['folders/222222', 'folders/333333', 'organizations/111111']],
  ])('keeps what it could read where %s is denied, and says so', async (operation, names) => {
    const { estate, scan } = await organization();
    estate.faults.set(operation, { kind: 'denied' });
    const { assets, coverage } = await scan();
    expect(policiesOf(assets)).toEqual(names);
    expect(failing(assets)).toEqual([]);
    expect(coverage.find((record) => record.operation === operation)?.outcome).toBe('denied');
  });

  test('has a folder read again by its id', async () => {
    const { cloud, scan, scope } = await organization();
    const { assets } = await scan();
    for (const asset of assets) {
      const again = await cloud.rediscover(readingOf(scope), asset.type, asset.id);
      expect(again.assets).toEqual([asset]);
    }
  });
});
