import { describe, expect, test } from 'vitest';
import { awsConnectors } from '#connectors/aws/index.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import type { Connector } from '#connectors/connector.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isGap } from '#shared/model/coverage.ts';
import { scaled } from './scale.ts';
import { onStage } from './stage.ts';

const ASKED = 600;

async function scan() {
  const stage = await onStage(scaled(ASKED), { pageSize: 100 });
  try {
    const { scopes } = await stage.scan();
    expect(stage.defects).toEqual([]);
    return { scopes, assets: await Array.fromAsync(stage.fleet.ledger.assets()) };
  } finally {
    await stage.close();
  }
}

describe('an estate of any size', async () => {
  const { scopes, assets } = await scan();
  const byType = Map.groupBy(assets, ({ type }: Asset) => type);

  test('has about as many assets as were asked for, no two of one id', () => {
    expect(new Set(assets.map(({ id }) => id)).size).toBe(assets.length);
    expect(assets.length).toBeGreaterThan(ASKED * 0.9);
    expect(assets.length).toBeLessThan(ASKED * 1.15);
  });

  test('is in equal parts over the clouds', () => {
    const byCloud = Map.groupBy(assets, ({ scope }) => scope.provider);
    for (const cloud of ['aws', 'azure', 'gcp'] as const) {
      const share = (byCloud.get(cloud)?.length ?? 0) / assets.length;
      expect(share, cloud).toBeGreaterThan(0.28);
      expect(share, cloud).toBeLessThan(0.39);
    }
  });

  test('keeps the share of every kind of asset: none is read as one where there are copies', async () => {
    const stage = await onStage(scaled(1));
    await stage.scan();
    const story = Map.groupBy(await Array.fromAsync(stage.fleet.ledger.assets()), ({ type }) => type);
    await stage.close();
    // No copies of what an account, region or project has once; buckets are read where something names them.
    const connectors: readonly Pick<Connector, 'assetType' | 'isSetting' | 'followsReferences'>[] = [
      ...awsConnectors,
      ...azureConnectors,
      ...gcpConnectors,
    ];
    const once = [
      ...connectors.flatMap(({ assetType: { id, recurs }, isSetting, followsReferences }) =>
        // Of jobs that one cause has made only the latest is kept, and copies have one cause.
        isSetting || (followsReferences && id !== 'aws.iam.role') || (recurs && id.startsWith('gcp.'))
          ? [id]
          : [],
      ),
      'gcp.resource-manager.project-policy',
    ];
    const times = [...story]
      .filter(([type]) => !once.includes(type))
      .map(([type, { length }]) => [type, (byType.get(type)?.length ?? 0) / length] as const);
    for (const cloud of ['aws.', 'azure.', 'gcp.']) {
      const ofCloud = times.filter(([type]) => type.startsWith(cloud));
      const [[, first] = ['', 0]] = ofCloud;
      expect(first, cloud).toBeGreaterThan(4);
      expect(ofCloud).toEqual(ofCloud.map(([type]) => [type, first]));
    }
  });

  test('is read whole: no operation is denied, fails or is malformed', () => {
    const gaps = scopes.flatMap(({ coverage }) => coverage.filter(({ outcome }) => isGap(outcome)));
    expect(gaps).toEqual([]);
    expect(assets.filter(({ malformed }) => malformed)).toEqual([]);
  });
});
