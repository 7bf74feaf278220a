import { expect, test } from 'vitest';
import { sharingPredefinedRoles } from '#connectors/gcp/same-everywhere.ts';
import type { RestSend } from '#connectors/rest.ts';

const HOUR_MILLISECONDS = 3_600_000;
const get = { id: 'iam.roles.get', permission: 'iam.roles.get', method: 'GET', url: '' } as const;
const viewer = new URL('https://iam.googleapis.com/v1/roles/viewer');
const ofProject = new URL('https://iam.googleapis.com/v1/projects/acme-ml/roles/viewer');

function shared(answer: () => Promise<number> | number = () => 200) {
  const sent: string[] = [];
  let time = 0;
  const send: RestSend = async (_operation, address) => {
    sent.push(address.href);
    return { status: await answer(), text: '{}' };
  };
  return {
    sent,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    ask: sharingPredefinedRoles(send, () => time),
  };
}

test('asks for a role of Google once, also where two projects ask at the same time', async () => {
  const { sent, ask } = shared();
  const [first, second] = await Promise.all([ask(get, viewer), ask(get, viewer)]);
  expect(sent).toEqual([viewer.href]);
  expect([first.remembered, second.remembered]).toEqual([undefined, true]);
});

test('asks again after an hour', async () => {
  const { sent, ask, pass } = shared();
  await ask(get, viewer);
  pass(HOUR_MILLISECONDS - 1);
  await ask(get, viewer);
  expect(sent).toHaveLength(1);
  pass(1);
  await ask(get, viewer);
  expect(sent).toHaveLength(2);
});

test('asks for a role of a project whenever it is asked', async () => {
  const { sent, ask } = shared();
  await ask(get, ofProject);
  await ask(get, ofProject);
  expect(sent).toHaveLength(2);
});

test('remembers no refusal', async () => {
  const statuses = [429, 200];
  const { sent, ask } = shared(() => statuses.shift() ?? 500);
  expect((await ask(get, viewer)).status).toBe(429);
  expect((await ask(get, viewer)).status).toBe(200);
  expect((await ask(get, viewer)).status).toBe(200);
  expect(sent).toHaveLength(2);
});

test('remembers no failure to send', async () => {
  let isDown = true;
  const { ask } = shared(() => {
    if (isDown) throw new Error('reset');
    return 200;
  });
  await expect(ask(get, viewer)).rejects.toThrow('reset');
  isDown = false;
  expect((await ask(get, viewer)).status).toBe(200);
});
