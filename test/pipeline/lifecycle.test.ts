import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#shared/model/finding.ts';
import type { FaultKind } from '#test/estate/faults.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await onStage(story, { timeoutMilliseconds: 2_000 });
});
afterEach(async () => {
  expect(stage.defects).toEqual([]);
  await stage.close();
});

const RESEARCH = '444455556666';
const REGION = 'eu-central-1';
const region = () => {
  if (!stage.estate.aws) throw new Error('the story has AWS');
  return stage.estate.aws.state.region(RESEARCH, REGION);
};
const notebook = (name: string) => {
  const found = region().notebookInstances.find((item) => item['NotebookInstanceName'] === name);
  if (!found) throw new Error(`no notebook ${name}`);
  return found;
};
const CHECK = 'aws.sagemaker.notebook-direct-internet';
const isOf = (name: string) => (change: Change) =>
  change.finding.checkId === CHECK && change.finding.asset.name === name;
const findingOf = async (name: string) =>
  (await stage.findings()).find(({ checkId, asset }) => checkId === CHECK && asset.name === name);

describe('over three clouds, from the wire to the table', () => {
  it('opens findings once, and changes nothing when nothing changed', async () => {
    const first = await stage.scan();
    expect(first.changes.length).toBeGreaterThan(70);
    expect(first.changes.every(({ kind }) => kind === 'opened')).toBe(true);
    expect((await stage.scan()).changes).toEqual([]);
  });

  it('resolves a fixed asset once', async () => {
    await stage.scan();
    notebook('fraud-poc')['DirectInternetAccess'] = 'Disabled';
    const changes = (await stage.scan()).changes.filter(isOf('fraud-poc'));
    expect(changes).toMatchObject([{ kind: 'resolved', finding: { resolution: 'passed' } }]);
    expect((await stage.scan()).changes.filter(isOf('fraud-poc'))).toEqual([]);
  });

  it('resolves the findings of a deleted asset, and of no other', async () => {
    await stage.scan();
    const all = region().notebookInstances;
    all.splice(all.indexOf(notebook('churn-poc')), 1);
    const { changes } = await stage.scan();
    expect(changes.length).toBeGreaterThan(0);
    expect(new Set(changes.map(({ finding }) => finding.asset.name))).toEqual(new Set(['churn-poc']));
    expect(
      changes.every(({ kind, finding }) => kind === 'resolved' && finding.resolution === 'asset-gone'),
    ).toBe(true);
  });

  it('keeps first seen when a finding comes back', async () => {
    await stage.scan();
    const before = await findingOf('fraud-poc');
    notebook('fraud-poc')['DirectInternetAccess'] = 'Disabled';
    await stage.scan();
    notebook('fraud-poc')['DirectInternetAccess'] = 'Enabled';
    expect((await stage.scan()).changes.filter(isOf('fraud-poc'))).toMatchObject([{ kind: 'reopened' }]);
    expect(await findingOf('fraud-poc')).toMatchObject({
      firstSeenAt: before?.firstSeenAt,
      reopened: 1,
      status: 'open',
    });
  });

  it.each<{ fault: FaultKind; operation: string }>([
    { fault: 'denied', operation: 'sagemaker:ListNotebookInstances' },
    { fault: 'denied', operation: 'sagemaker:DescribeNotebookInstance' },
    { fault: 'throttled', operation: 'sagemaker:ListNotebookInstances' },
    { fault: 'server-error', operation: 'sagemaker:ListNotebookInstances' },
    { fault: 'timeout', operation: 'sagemaker:ListNotebookInstances' },
    { fault: 'cut', operation: 'sagemaker:ListNotebookInstances' },
    { fault: 'malformed', operation: 'sagemaker:DescribeNotebookInstance' },
    { fault: 'repeated-next', operation: 'sagemaker:ListNotebookInstances' },
  ])(
    'resolves nothing while $operation is $fault, says so in one finding per scope, and resolves after',
    async ({ fault, operation }) => {
      await stage.scan();
      const gone = notebook('churn-poc');
      region().notebookInstances.splice(region().notebookInstances.indexOf(gone), 1);
      notebook('fraud-poc')['DirectInternetAccess'] = 'Disabled';
      stage.estate.faults.set(operation, { kind: fault });
      const broken = await stage.scan();
      expect(broken.changes.filter(({ kind }) => kind === 'resolved')).toEqual([]);
      const gaps = broken.changes.filter(({ kind }) => kind === 'opened');
      // One for each of the two accounts in which the operation is called.
      expect(gaps.map(({ finding }) => finding.scope.account).sort()).toEqual(['111122223333', RESEARCH]);
      for (const { finding } of gaps) {
        expect(finding).toMatchObject({ checkId: 'aispm.coverage.incomplete', discriminator: operation });
        if (fault === 'denied') expect(JSON.stringify(finding)).toContain(`grant ${operation}`);
      }
      expect((await findingOf('fraud-poc'))?.status).toBe('open');
      expect((await findingOf('churn-poc'))?.status).toBe('open');

      stage.estate.faults.clear();
      const healed = await stage.scan();
      expect(healed.changes.every(({ kind }) => kind === 'resolved')).toBe(true);
      expect(
        healed.changes.filter(({ finding }) => finding.checkId === 'aispm.coverage.incomplete'),
      ).toHaveLength(2);
      expect((await findingOf('fraud-poc'))?.resolution).toBe('passed');
      expect((await findingOf('churn-poc'))?.resolution).toBe('asset-gone');
    },
  );

  it('resolves nothing of a list that broke off after its first page, and keeps what that page held', async () => {
    const paged = await onStage(story, { pageSize: 1 });
    try {
      await paged.scan();
      const before = (await paged.findings()).filter(({ status }) => status === 'open');
      // Two accounts share the count: each has had one page when the third call fails, and all after it.
      paged.estate.faults.set('sagemaker:ListNotebookInstances', { kind: 'server-error', after: 2 });
      const { changes } = await paged.scan();
      expect(changes.filter(({ kind }) => kind === 'resolved')).toEqual([]);
      expect(changes.map(({ finding }) => finding.discriminator)).toContain(
        'sagemaker:ListNotebookInstances',
      );
      const after = (await paged.findings()).filter(({ status }) => status === 'open');
      expect(after).toHaveLength(before.length + changes.length);
    } finally {
      await paged.close();
    }
  });

  it('forgets no bucket because what refers to it was not listed', async () => {
    await stage.scan();
    for (const operation of [
      'sagemaker:Search',
      'bedrock-agent:ListKnowledgeBases',
      'bedrock:ListCustomModels',
    ])
      stage.estate.faults.set(operation, { kind: 'denied' });
    for (const scan of [await stage.scan(), await stage.scan()])
      expect(scan.changes.filter(({ kind }) => kind === 'resolved')).toEqual([]);
  });

  it('forgets no bucket because what refers to it was listed and not described', async () => {
    // One asset is left that refers to the bucket.
    for (const others of [region().models, region().trainingJobs, region().knowledgeBases]) others.splice(0);
    await stage.scan();
    stage.estate.faults.set('bedrock:GetCustomModel', { kind: 'denied' });
    for (const scan of [await stage.scan(), await stage.scan()])
      expect(scan.changes.filter(({ kind }) => kind === 'resolved')).toEqual([]);
  });

  it('resolves nothing of an account that cannot be entered', async () => {
    await stage.scan();
    region().notebookInstances.splice(0);
    stage.estate.faults.set('sts:AssumeRole', { kind: 'denied' });
    // Sessions are remembered by whoever entered; a new container has none.
    const closed = await stage.scan({ fresh: true });
    expect(closed.changes.filter(({ kind }) => kind === 'resolved')).toEqual([]);
    expect(closed.changes).toMatchObject([
      { kind: 'opened', finding: { discriminator: 'sts:AssumeRole' } },
      { kind: 'opened', finding: { discriminator: 'sts:AssumeRole' } },
    ]);
  });

  it('ends at the same table whether two scans overlap or not', async () => {
    await stage.scan();
    const alone = await stage.findings();
    const other = await onStage(story);
    try {
      await Promise.all([other.scan(), other.scan()]);
      const strip = (found: Awaited<ReturnType<typeof stage.findings>>) =>
        found
          .map(({ id, status, evidence, reopened }) => ({ id, status, evidence, reopened }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(strip(await other.findings())).toEqual(strip(alone));
    } finally {
      await other.close();
    }
  });

  it('never holds the value of a secret that a config held', async () => {
    await stage.scan();
    const everything = JSON.stringify([
      await stage.findings(),
      await Array.fromAsync(stage.fleet.ledger.assets()),
      await Array.fromAsync(stage.fleet.ledger.scopes()),
    ]);
    expect(everything).toContain('HUGGINGFACE_HUB_TOKEN');
    expect(everything).not.toContain('must-never-leave-the-connector');
  });
});
