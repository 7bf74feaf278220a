import { describe, expect, test } from 'vitest';
import { gcpConnectors as everyConnector } from '#connectors/gcp/index.ts';
import { gcpFaultMatrix } from '#test/estate/gcp/fault-matrix.ts';
import { sample } from '#test/estate/gcp/sample.ts';
import { startGcpEstate } from '#test/estate/gcp/server.ts';
import { cloudOf, readingOf, scan } from './scan.ts';

const gcpConnectors = everyConnector.filter(({ level }) => level === 'project');

test('no fault of any operation makes a false verdict or loses an asset of another', async () => {
  const { cases, failures } = await gcpFaultMatrix();
  console.log(`Google Cloud fault matrix: ${cases} cases, ${failures.length} failures`);
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(80);
}, 600_000);

describe('an asset that cannot be read again', () => {
  test.for(['denied', 'throttled', 'server-error', 'cut', 'malformed'] as const)(
    'is not taken for gone: %s',
    async (kind) => {
      const estate = await startGcpEstate(sample);
      const cloud = cloudOf(estate, { projects: ['acme-ml'] });
      const { assets } = await scan(cloud);
      for (const { operations } of gcpConnectors)
        for (const { id } of operations.find ?? []) estate.faults.set(id, { kind });
      for (const { assetType, operations } of gcpConnectors.filter(({ operations }) => operations.find)) {
        const known = assets.find(({ type }) => type === assetType.id);
        if (!known) throw new Error(`the sample has no ${assetType.id}`);
        const found = await cloud.rediscover(readingOf(known.scope), assetType.id, known.id);
        expect(found.assets).toEqual([]);
        expect(found.coverage.map(({ operation }) => operation)).toEqual(
          operations.find?.map(({ id }) => id),
        );
        expect(found.coverage.map(({ outcome }) => outcome)).not.toContain('complete');
      }
      await estate.close();
    },
  );
});
