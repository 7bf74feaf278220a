import { expect, it } from 'vitest';
import type { AzureServices } from '#connectors/azure/connector.ts';
import { referencedVersions } from '#connectors/azure/machine-learning/referenced-versions.ts';
import { armGet } from '#connectors/azure/operation.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { readingOf } from './reading.ts';

const SUBSCRIPTION = '00000000-0000-0000-0000-00000000a001';
const of = (subscription: string, rest: string) =>
  `/subscriptions/${subscription}/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/${rest}`;

const get = armGet('models/versions/get', 'models/versions/read', '{+version}', '2025-12-01');

async function readOf(targets: readonly string[], part: (id: string) => unknown = (id) => ({ id })) {
  const asked: string[] = [];
  const arm = {
    part: async (_operation: unknown, { version }: { version: string }) => {
      asked.push(version);
      return part(version);
    },
  } as unknown as AzureServices['arm'];
  const reading = {
    ...readingOf(SUBSCRIPTION),
    references: async (accepts: (target: string) => boolean) => new Set(targets.filter(accepts)),
  };
  const found: JsonObject[] = [];
  for await (const version of referencedVersions({ arm } as AzureServices, reading, get, 'models'))
    found.push(version);
  return { asked, found };
}

it('asks for versions of its collection in its subscription and for nothing else', async () => {
  const mine = of(SUBSCRIPTION, 'models/m/versions/1');
  const { asked } = await readOf([
    mine,
    of(SUBSCRIPTION, 'environments/e/versions/1'),
    of('00000000-0000-0000-0000-00000000a002', 'models/m/versions/1'),
    of(SUBSCRIPTION, 'models/m/labels/latest'),
    of(SUBSCRIPTION, 'models/m'),
    'azureml://registries/azureml/models/m/versions/1',
    `https://example.com${mine}`,
  ]);
  expect(asked).toEqual([mine]);
});

it('asks once for what is written in several cases', async () => {
  const lower = of(SUBSCRIPTION, 'models/m/versions/1').toLowerCase();
  expect((await readOf([of(SUBSCRIPTION, 'models/m/versions/1'), lower])).asked).toHaveLength(1);
});

it('gives nothing for a version that is gone or could not be read', async () => {
  const targets = ['gone', 'denied', 'there'].map((name) => of(SUBSCRIPTION, `models/${name}/versions/1`));
  const { found } = await readOf(targets, (id) => {
    if (id.includes('gone')) return undefined;
    return id.includes('denied')
      ? { $unread: { operation: 'models/versions/get', outcome: 'denied' } }
      : { id };
  });
  expect(found).toEqual([{ id: targets[2] }]);
});
