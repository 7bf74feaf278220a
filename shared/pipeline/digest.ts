import * as z from 'zod';
import { Instant } from '#shared/model/finding.ts';
import { composeDigest } from '#shared/sinks/digest/compose.ts';
import { type DigestPost, type Rejection, sendDigest } from '#shared/sinks/digest/send.ts';
import type { Fleet } from './fleet.ts';
import { rulesById } from './known-rules.ts';

/** That a digest was sent, of which time, and to whom: the next one begins where it ended. */
const SentDigest = z.object({
  /** The instant that it was due at, which is where its window ends. */
  id: Instant,
  /** Every record is filed under a finding; these are under none. */
  findingId: z.literal('none'),
  version: z.int().positive(),
  from: Instant,
  sentTo: z.array(z.string()),
});
type SentDigest = z.infer<typeof SentDigest>;

export type Post = Pick<DigestPost, 'ses' | 'from' | 'to'>;

export interface DigestOutcome {
  readonly window: { readonly from: Instant; readonly to: Instant };
  readonly sent: number;
  readonly rejected: readonly Rejection[];
}

const FIRST_WINDOW_MILLISECONDS = 24 * 60 * 60_000;

/**
 * Sends what happened since the last digest. Asked again for the same due time, it sends to those who have not
 * got it yet.
 */
export async function sendDueDigest(
  fleet: Fleet,
  dueAt: Instant,
  { to, ...post }: Post,
): Promise<DigestOutcome> {
  const records = fleet.ledger.records('digest', SentDigest);
  const before = await records.get(dueAt);
  const from = before?.from ?? (await endOfLast(records.all(), dueAt));
  const window = { from, to: dueAt };
  const waiting = to.filter((recipient) => !before?.sentTo.includes(recipient));
  if (waiting.length === 0) return { window, sent: 0, rejected: [] };

  const [findings, scopes] = await Promise.all([
    Array.fromAsync(fleet.ledger.findings()),
    Array.fromAsync(fleet.ledger.scopes()),
  ]);
  const digest = composeDigest({
    findings,
    coverage: scopes.flatMap(({ scan }) => scan?.coverage ?? []),
    checks: rulesById(fleet),
    window,
  });
  const { sent, rejected } = await sendDigest({ ...post, to: waiting, digest });
  const record: SentDigest = {
    id: dueAt,
    findingId: 'none',
    version: (before?.version ?? 0) + 1,
    from,
    sentTo: [...(before?.sentTo ?? []), ...sent.map((message) => message.to)],
  };
  await (before ? records.update(record) : records.putIfAbsent(record));
  return { window, sent: sent.length, rejected };
}

async function endOfLast(sent: AsyncIterable<SentDigest>, dueAt: Instant): Promise<Instant> {
  let last = new Date(Date.parse(dueAt) - FIRST_WINDOW_MILLISECONDS).toISOString();
  let isFirst = true;
  for await (const { id } of sent) {
    if (id >= dueAt || (!isFirst && id <= last)) continue;
    last = id;
    isFirst = false;
  }
  return last;
}
