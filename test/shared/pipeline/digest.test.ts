import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import { sendDueDigest } from '#shared/pipeline/digest.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';

const [first, second] = ['2026-11-20T06:00:00.000Z', '2026-11-23T06:00:00.000Z'];
const store = await openEmbedded();
afterAll(() => store.close());
const clock = () => new Date(second);
const fleet: Fleet = {
  clouds: [],
  ledger: openLedger({ ...store, clock }),
  checks: [],
  jobHistoryDays: 14,
  ownerTags: [],
  clock,
};

/** SES that takes messages, but not to those that it refuses. */
const taken: string[] = [];
const refused = new Set<string>();
const ses = new SESv2Client({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
});
ses.middlewareStack.add(
  () => async (args) => {
    const { Destination } = args.input as { Destination?: { ToAddresses?: string[] } };
    const to = Destination?.ToAddresses?.[0] ?? '';
    if (refused.has(to))
      throw Object.assign(new Error('not verified'), { name: 'MessageRejected', $metadata: {} });
    taken.push(to);
    return { response: {}, output: { $metadata: {}, MessageId: `message-${taken.length}` } };
  },
  { step: 'initialize', priority: 'high' },
);

const post = { ses, from: 'aispm@example.com', to: ['ana@example.com', 'ben@example.com'] };

describe('the digest that is due', () => {
  beforeEach(() => taken.splice(0));

  it('covers a day where there was none before, and goes to each recipient once, however often it is asked for', async () => {
    refused.add('ben@example.com');
    const outcome = await sendDueDigest(fleet, first, post);
    expect(outcome.window).toEqual({ from: '2026-11-19T06:00:00.000Z', to: first });
    expect(outcome).toMatchObject({ sent: 1, rejected: [{ to: 'ben@example.com' }] });
    refused.clear();
    expect(await sendDueDigest(fleet, first, post)).toMatchObject({ sent: 1, rejected: [] });
    expect(await sendDueDigest(fleet, first, post)).toMatchObject({ sent: 0, rejected: [] });
    expect(taken).toEqual(['ana@example.com', 'ben@example.com']);
  });

  it('begins where the last one ended, over a weekend too', async () => {
    expect((await sendDueDigest(fleet, second, post)).window).toEqual({ from: first, to: second });
    expect(taken).toEqual(['ana@example.com', 'ben@example.com']);
  });
});
