import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { type Post, sendDueDigest } from '#shared/pipeline/digest.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { environmentOf } from './environment.ts';
import { ledgerFleet } from './ledger-fleet.ts';
import { lambda } from './middleware/lambda.ts';

/** EventBridge Scheduler says when it was due, to the second, and says the same when it tries again. */
export const DigestRequest = z.strictObject({
  dueAt: z.iso.datetime().transform((dueAt) => new Date(dueAt).toISOString()),
});

export interface DigestProvision {
  readonly fleet: Fleet;
  readonly post: Post;
}

function digestProvision(): DigestProvision {
  const environment = environmentOf();
  const { digest } = environment.config;
  if (!digest) throw new Error('the config has no digest; deploy the stack again');
  return {
    fleet: ledgerFleet(environment),
    post: { ses: new SESv2Client({ region: environment.region }), from: digest.from, to: digest.to },
  };
}

export const handler = lambda(
  DigestRequest,
  digestProvision,
  async ({ dueAt }, { fleet, post }, { log, metrics }) => {
    const { window, sent, rejected } = await sendDueDigest(fleet, dueAt, post);
    for (const { reason, detail } of rejected) log.error('digest rejected', { reason, detail });
    log.info('digest', { ...window, sent, rejected: rejected.length });
    metrics.add('DigestsSent', sent);
    // Tried again, it goes to those who have not got it.
    if (rejected.length > 0)
      throw new Error(`${rejected.length} of ${sent + rejected.length} digests were rejected`);
    return { ...window, sent };
  },
);
