import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpShown } from './cloud-shown.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';
import { isReplayed, type NotReplayed, type Replayed, replayed, type Tampering } from './gcp-replayed.ts';
import { type GoogleReply, replies, withoutReply } from './gcp-replies.ts';
import { differences, heldFields, notHeld } from './shown-fields.ts';

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

let outcomes: { readonly reply: GoogleReply; readonly outcome: Replayed | NotReplayed }[];
beforeAll(async () => {
  outcomes = await Promise.all(replies.map(async (reply) => ({ reply, outcome: await replayed(reply) })));
});

describe.runIf(haveFixtures)('recorded replies of Google Cloud', () => {
  it('are read without an error and without a loss', () => {
    const replays = outcomes.flatMap(({ reply, outcome }) =>
      isReplayed(outcome) ? { reply, ...outcome } : [],
    );
    const wrong = replays.flatMap(({ reply, problems }) => problems.map((one) => `${reply.source}: ${one}`));
    expect(wrong).toEqual([]);
    expect(replays.length).toBeGreaterThanOrEqual(28);

    const not = Map.groupBy(
      outcomes.flatMap(({ outcome }) => (isReplayed(outcome) ? [] : outcome.notReplayed)),
      (reason) => reason,
    );
    console.log(
      [
        `replayed: ${replays.length} of ${replies.length} recorded replies; not replayed:`,
        ...[...not].map(([reason, { length }]) => `  ${length}  ${reason}`),
        ...[...withoutReply].map(([reason, count]) => `  ${count}  ${reason}`),
      ].join('\n'),
    );
  });

  it('hold the fields that checks read, under their names, as often as they did', () => {
    const shown = gcpShown(outcomes.map(({ outcome }) => outcome));
    const held = Object.fromEntries(Object.entries(heldFields()).filter(([type]) => type.startsWith('gcp.')));
    expect(Object.keys(held).length).toBeGreaterThanOrEqual(2);
    expect(differences(held, shown)).toEqual([]);
    console.log(
      `not held yet (node test/recorded/hold-shown-fields.ts): ${notHeld(held, shown).join(', ') || 'none'}`,
    );
  });
});

/** A recorded list of a collection of us-central1. */
function listOf(collection: string): GoogleReply {
  const reply = replies.find(({ url }) => url.pathname.endsWith(`/locations/us-central1/${collection}`));
  if (!reply) throw new Error(`no recorded reply is of ${collection}`);
  return reply;
}

describe.runIf(haveFixtures)('a replay of Google Cloud misses', () => {
  it.each<readonly [string, Tampering]>([
    ['another version', (address) => new URL(address.href.replace('/v1/', '/v1beta1/'))],
    ['another host', (address) => new URL(address.href.replace('us-central1-', 'europe-west4-'))],
    ['another path', (address) => new URL(address.href.replace(/\/endpoints\b/, '/indexEndpoints'))],
  ])('%s', async (_what, tampering) => {
    const reply = listOf('endpoints');
    for (const problem of [undefined, tampering]) {
      const outcome = await replayed(reply, problem);
      if (!isReplayed(outcome)) throw new Error(outcome.notReplayed);
      if (problem) expect(outcome.problems).toContainEqual(expect.stringContaining('nobody asked for'));
      else expect(outcome.problems).toEqual([]);
    }
  });

  it('a field that was renamed', async () => {
    const reply = listOf('models');
    const body: JsonObject = JSON.parse(
      JSON.stringify(reply.body).replaceAll('"supportedExportFormats":', '"exportFormats":'),
    );
    expect(body).not.toEqual(reply.body);
    const [before, after] = await Promise.all(
      [reply, { ...reply, body }].map(async (one) => gcpShown([await replayed(one)])),
    );
    expect(differences(before ?? {}, after ?? {})).toContainEqual(
      expect.stringContaining('gcp.vertex.model.supportedExportFormats: in '),
    );
  });
});
