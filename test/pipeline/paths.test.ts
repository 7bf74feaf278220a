import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { postureOf } from '#shared/pipeline/posture.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { aws } from '#test/estate/story/aws.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await onStage({ aws }, { withPaths: true });
});
afterEach(() => stage.close());

const RESEARCH = '444455556666';
const TECHNIQUE = 'aws.sagemaker.take-weights';
const COMBINATION = 'aws.combinations.writable-model-with-reach';

async function found(checkId: string): Promise<(readonly [string, Finding['status']])[]> {
  const all = await stage.findings();
  return all
    .filter((finding) => finding.checkId === checkId)
    .map(({ asset, status }) => [asset.name, status] as const);
}

it('opens findings of techniques and combinations, and ranks every open finding by what the graph knows', async () => {
  await stage.scan();
  expect(await found(TECHNIQUE)).toEqual([['fraud-poc', 'open']]);
  expect(await found(COMBINATION)).toEqual([['fraud-poc', 'open']]);
  const open = (await stage.findings()).filter(
    ({ status, checkId }) => status === 'open' && checkId !== 'aispm.coverage',
  );
  expect(open.length).toBeGreaterThan(50);
  expect(open.filter(({ risk }) => risk === undefined)).toEqual([]);
  const publicModel = open.find(({ checkId }) => checkId === COMBINATION);
  expect(publicModel?.risk?.terms.exposure.because).toBe('anybody on the internet gets to it');
});

it('tells the shortest ways to models and the two fixes that cut most', async () => {
  await stage.scan();
  const { paths } = await postureOf(stage.fleet, { name: 'aispm', version: '0' });
  expect(paths?.shortest.map(({ target, steps }) => [target.name, steps.length])).toEqual([
    ['fraud-poc', 1],
    ['broker-tone', 3],
  ]);
  expect(paths?.pairs).toBe(2);
  expect(paths?.best.at(-1)?.cuts).toBe(2);
});

it('keeps a finding open where nobody could read who may do what', async () => {
  await stage.scan();
  stage.estate.faults.set('iam:GetAccountAuthorizationDetails', { kind: 'denied' });
  await stage.scan({ fresh: true });
  expect(await found(TECHNIQUE)).toEqual([['fraud-poc', 'open']]);
  expect(await found(COMBINATION)).toEqual([['fraud-poc', 'open']]);
});

it('resolves nothing while nobody could read that a permission is gone, and resolves once it is read', async () => {
  const held = ['aws.bedrock.loosen-guardrail', 'aws.combinations.unwatched-guardrail-writer'] as const;
  const guardrail = async () => (await Promise.all(held.map(found))).flat();
  await stage.scan();
  expect(await guardrail()).toEqual([
    ['prototype', 'open'],
    ['prototype', 'open'],
  ]);

  for (const role of stage.estate.aws?.state.account(RESEARCH).roles ?? []) role['RolePolicyList'] = [];
  stage.estate.faults.set('iam:GetAccountAuthorizationDetails', { kind: 'denied' });
  await stage.scan({ fresh: true });
  expect(await guardrail()).toEqual([
    ['prototype', 'open'],
    ['prototype', 'open'],
  ]);

  stage.estate.faults.clear();
  await stage.scan({ fresh: true });
  expect(await guardrail()).toEqual([
    ['prototype', 'resolved'],
    ['prototype', 'resolved'],
  ]);
});

it('resolves nothing on the memory of who may do what, when a bucket was closed meanwhile', async () => {
  const { state } = stage.estate.aws ?? {};
  // Only the policy of the bucket gives anybody the artefact.
  for (const role of state?.account(RESEARCH).roles ?? [])
    if (role['RoleName'] === 'prototype-agent') role['RolePolicyList'] = [];
  await stage.scan();
  expect(await found(TECHNIQUE)).toEqual([['fraud-poc', 'open']]);
  expect(await found(COMBINATION)).toEqual([['fraud-poc', 'open']]);

  for (const bucket of state?.region(RESEARCH, 'eu-central-1').buckets ?? []) delete bucket['Policy'];
  stage.estate.faults.set('iam:GetAccountAuthorizationDetails', { kind: 'denied' });
  await stage.scan({ fresh: true });
  expect(await found(TECHNIQUE)).toEqual([['fraud-poc', 'open']]);
  expect(await found(COMBINATION)).toEqual([['fraud-poc', 'open']]);

  stage.estate.faults.clear();
  await stage.scan({ fresh: true });
  expect(await found(TECHNIQUE)).toEqual([['fraud-poc', 'resolved']]);
  expect(await found(COMBINATION)).toEqual([['fraud-poc', 'resolved']]);
});

it('writes nothing of the findings when nothing has changed', async () => {
  await stage.scan();
  const before = await stage.findings();
  await stage.scan();
  const versions = new Map(before.map(({ id, version }) => [id, version]));
  const after = await stage.findings();
  expect(
    after.filter(({ id, version }) => versions.get(id) !== version).map(({ checkId }) => checkId),
  ).toEqual([]);
});
