import { afterEach, beforeEach, expect, it } from 'vitest';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await onStage(story);
  await stage.scan();
});
afterEach(() => stage.close());

const scope = { provider: 'aws', account: '444455556666', region: 'eu-central-1' } as const;
const region = () => {
  if (!stage.estate.aws) throw new Error('the story has AWS');
  return stage.estate.aws.state.region(scope.account, scope.region);
};
const rescan = (assetType: string, assetId: string) =>
  rescanResource(stage.fleet, { scanId: 'event-1', scope, assetType, assetId });
const NOTEBOOK = 'arn:aws:sagemaker:eu-central-1:444455556666:notebook-instance/fraud-poc';

it('reads one asset, and says of no other that it changed', async () => {
  for (const notebook of region().notebookInstances) notebook['DirectInternetAccess'] = 'Disabled';
  const asked = stage.estate.aws?.requests.length ?? 0;
  const { outcome, changes } = await rescan('aws.sagemaker.notebook-instance', NOTEBOOK);
  expect(outcome).toBe('read');
  expect(changes.map(({ kind, finding }) => `${kind} ${finding.checkId} ${finding.asset.name}`)).toEqual([
    'resolved aws.sagemaker.notebook-direct-internet fraud-poc',
  ]);
  const calls = stage.estate.aws?.requests.slice(asked).map(({ operation }) => operation);
  expect(calls).not.toContain('sagemaker:ListNotebookInstances');
});

it('resolves the findings of an asset that is gone', async () => {
  region().notebookInstances.splice(0, 1);
  const { outcome, changes } = await rescan('aws.sagemaker.notebook-instance', NOTEBOOK);
  expect(outcome).toBe('gone');
  expect(changes.length).toBeGreaterThan(3);
  expect(changes.every(({ kind, finding }) => kind === 'resolved' && finding.asset.id === NOTEBOOK)).toBe(
    true,
  );
});

it('resolves nothing when the asset could not be read', async () => {
  region().notebookInstances.splice(0, 1);
  stage.estate.faults.set('sagemaker:DescribeNotebookInstance', { kind: 'denied' });
  const { outcome, changes } = await rescan('aws.sagemaker.notebook-instance', NOTEBOOK);
  expect(outcome).toBe('read');
  expect(changes.filter(({ kind }) => kind === 'resolved')).toEqual([]);
});

it('leaves a bucket alone that nothing of AI refers to', async () => {
  region().buckets.push({ Name: 'holiday-photos', PolicyStatus: { IsPublic: true } });
  expect(await rescan('aws.s3.bucket', 'arn:aws:s3:::holiday-photos')).toEqual({
    outcome: 'not-ours',
    changes: [],
  });
  expect((await stage.findings()).filter(({ asset }) => asset.name === 'holiday-photos')).toEqual([]);
});

it('knows what AI refers to in Azure in whatever letter case it is named', async () => {
  const subscription = '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f';
  const accounts = `/subscriptions/${subscription}/resourceGroups/contact-centre/providers/Microsoft.Storage/storageAccounts`;
  for (const name of ['nlpricing', 'nlholiday'])
    stage.estate.azure?.store.add(subscription, { id: `${accounts}/${name}`, name, properties: {} });
  const rescanned = async (assetId: string) =>
    rescanResource(stage.fleet, {
      scanId: 'event-2',
      scope: { provider: 'azure', account: subscription, region: 'global' },
      assetType: 'azure.storage.account',
      assetId,
    });
  expect((await rescanned(`${accounts}/nlpricing`.toUpperCase())).outcome).toBe('read');
  expect((await rescanned(`${accounts}/nlholiday`)).outcome).toBe('not-ours');
});
