import { afterEach, beforeEach, expect, it } from 'vitest';
import { isOfEstate } from '#shared/model/asset.ts';
import { postureOf } from '#shared/pipeline/posture.ts';
import { ACCOUNTS, sample, WORKSPACES } from '#test/estate/azure/sample.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await onStage({ azure: sample });
});
afterEach(() => stage.close());

/** Of the group of another tenant that holds a role over the resource group of the AI assets. */
async function foreignGroup() {
  const found = await stage.findings();
  const own = found.filter(({ checkId }) => checkId === 'azure.authorization.foreign-principal');
  return own.map(({ asset, status, resolution }) => [asset.name, status, resolution]);
}

const lists = [
  'Microsoft.CognitiveServices/accounts/list',
  'Microsoft.MachineLearningServices/workspaces/list',
];

it('is in the ledger, and neither counted nor shown as an asset', async () => {
  const { correlation, scopes } = await stage.scan();
  const known = await Array.fromAsync(stage.fleet.ledger.assets());
  const context = known.filter((asset) => !isOfEstate(asset)).map(({ name }) => name);
  expect(context).toEqual(expect.arrayContaining(['elsewhere', 'ml-elsewhere', 'shop', 'stack', 'managed']));
  expect(correlation.assets).toBe(known.length - context.length);
  expect(scopes.reduce((sum, { assets }) => sum + assets, 0)).toBe(known.length - context.length);
  const [scope] = await Array.fromAsync(stage.fleet.ledger.scopes());
  expect(scope?.scan?.assets).toBe(known.length - context.length);
  const { assets } = await postureOf(stage.fleet, { name: 'aispm', version: '0' });
  expect(assets).toHaveLength(known.length - context.length);
});

it('has no finding, and loses one that it had while it was part of the estate', async () => {
  await stage.scan();
  expect(await foreignGroup()).toEqual([['a3', 'open', undefined]]);
  for (const id of [...ACCOUNTS, ...WORKSPACES]) stage.estate.azure?.store.delete(id);
  await stage.scan();
  expect(await foreignGroup()).toEqual([['a3', 'resolved', 'not-applicable']]);
});

it('is not what an AI asset becomes that could not be listed', async () => {
  await stage.scan();
  for (const list of lists) stage.estate.faults.set(list, { kind: 'denied' });
  await stage.scan();
  expect(await foreignGroup()).toEqual([['a3', 'open', undefined]]);
  const known = await Array.fromAsync(
    stage.fleet.ledger.assets({ type: 'azure.authorization.role-assignment' }),
  );
  expect(known.find(({ name }) => name === 'a3')).toSatisfy(isOfEstate);
});
