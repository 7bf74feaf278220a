import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EstateScan } from '#shared/pipeline/scan-estate.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';

/** Notebook instances are in regions, roles are not: judged over the whole estate. */
const CHECK = 'aws.sagemaker.notebook-administrator';
const RESEARCH = '444455556666';

let stage: Stage;
beforeEach(async () => {
  stage = await onStage(story);
});
afterEach(() => stage.close());

const state = () => {
  if (!stage.estate.aws) throw new Error('the story has AWS');
  return stage.estate.aws.state;
};
const changed = ({ changes }: EstateScan) =>
  changes
    .filter(({ finding }) => finding.checkId === CHECK)
    .map(({ kind, finding }) => `${kind} ${finding.asset.name}`)
    .sort();

/** Takes the rights of the role that all the research notebooks assume. */
const disarm = () => {
  for (const role of state().account(RESEARCH).roles) role['RolePolicyList'] = [];
};

it('opens for every notebook whose role, in another scope, is an administrator', async () => {
  expect(changed(await stage.scan())).toEqual(['opened churn-poc', 'opened fraud-poc', 'opened tmp-jonas']);
  expect(changed(await stage.scan())).toEqual([]);
});

it('resolves when the role has lost its rights', async () => {
  await stage.scan();
  disarm();
  expect(changed(await stage.scan())).toEqual([
    'resolved churn-poc',
    'resolved fraud-poc',
    'resolved tmp-jonas',
  ]);
});

it('resolves nothing on the memory of a role that was not read again', async () => {
  await stage.scan();
  disarm();
  stage.estate.faults.set('iam:GetAccountAuthorizationDetails', { kind: 'denied' });
  expect(changed(await stage.scan())).toEqual([]);
  stage.estate.faults.clear();
  expect(changed(await stage.scan())).toHaveLength(3);
});

it('resolves nothing for a notebook that now has a better role, while roles are not read', async () => {
  const [, , other] = state().region(RESEARCH, 'eu-central-1').notebookInstances;
  await stage.scan();
  if (other) other['RoleArn'] = `arn:aws:iam::${RESEARCH}:role/prototype-agent`;
  stage.estate.faults.set('iam:GetAccountAuthorizationDetails', { kind: 'denied' });
  expect(changed(await stage.scan())).toEqual([]);
  stage.estate.faults.clear();
  expect(changed(await stage.scan())).toEqual(['resolved tmp-jonas']);
});
