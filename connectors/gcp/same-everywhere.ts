import type { RestReply, RestSend } from '../rest.ts';

/** A scan is over by then, and the next may find that Google has changed a role. */
const FRESH_MILLISECONDS = 3_600_000;

const PREDEFINED_ROLE = /^https:\/\/iam\.googleapis\.com\/v1\/roles\/[^/?]+$/;

/**
 * Asks for each role that Google defines once for all projects that are scanned within the hour: they grant the same
 * few, and the largest have thousands of permissions. A refusal is not remembered.
 */
export function sharingPredefinedRoles(send: RestSend, now: () => number = Date.now): RestSend {
  const replies = new Map<string, { readonly reply: Promise<RestReply>; readonly at: number }>();
  return async (operation, address) => {
    if (operation.method !== 'GET' || !PREDEFINED_ROLE.test(address.href)) return send(operation, address);
    const earlier = replies.get(address.href);
    if (earlier && now() - earlier.at < FRESH_MILLISECONDS) {
      const reply = await earlier.reply;
      return { ...reply, remembered: true };
    }
    const reply = send(operation, address);
    replies.set(address.href, { reply, at: now() });
    const forget = () => replies.delete(address.href);
    reply.then(({ status }) => {
      if (status !== 200) forget();
    }, forget);
    return reply;
  };
}
