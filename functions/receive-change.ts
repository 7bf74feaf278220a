import { scopeKey } from '#shared/model/scope.ts';
import { type HttpAnswer, type HttpRequest, http } from './middleware/http.ts';
import type { Invocation } from './middleware/lambda.ts';
import { type Receiving, receiving } from './receiving.ts';
import type { ReportedChange, Sender } from './senders/sender.ts';

/**
 * An event of Event Grid has at most 1 MiB, an entry of Cloud Logging 256 KiB, a third more in base64:
 * https://learn.microsoft.com/azure/event-grid/quotas-limits, https://cloud.google.com/logging/quotas
 */
const MOST_BODY_BYTES = 1024 * 1024;

/**
 * How old a message may be. Event Grid gives up after a day and so does the push subscription, if it was set up so; an
 * hour more is for clouds that are late. What is older was read by a scan since. Ids are remembered for as long, so that
 * nothing is acted on twice: a message is either remembered or too old.
 */
const OLDEST_MILLISECONDS = 25 * 3_600_000;
const EARLIEST_MILLISECONDS = -5 * 60_000;

/**
 * Lets in who proves to be a sender that the config names, and hands the assets that changed on to be read again.
 * Anybody else gets a 401 and leaves nothing behind but a count: no line, and above all none with their words in it.
 */
export const handler = http(receiving, async (request, provided, invocation): Promise<HttpAnswer> => {
  const { log, metrics, leaveNoLine } = invocation;
  const sender = senderOf(request, provided.senders);
  const verification = await sender?.verify(request.headers['authorization'], provided.clock());
  if (sender && verification === 'verified') return receive(request, sender, provided, invocation);
  if (sender && verification === 'undecided') {
    // Not a 401: Event Grid drops what is answered so, and the sender may well be who it says.
    metrics.add('KeysUnreachable', 1);
    log.error('the keys of the sender’s tokens cannot be read', { sender: sender.name });
    return { statusCode: 503 };
  }
  metrics.add('Unverified', 1);
  leaveNoLine();
  return { statusCode: 401 };
});

function senderOf({ method, path, body }: HttpRequest, senders: readonly Sender[]): Sender | undefined {
  if (method !== 'POST' || body.length > MOST_BODY_BYTES) return undefined;
  return senders.find((sender) => sender.path === path);
}

async function receive(
  { body }: HttpRequest,
  sender: Sender,
  provided: Receiving,
  { log, metrics }: Invocation,
): Promise<HttpAnswer> {
  const delivery = sender.read(body);
  if (!delivery) {
    metrics.add('Unreadable', 1);
    log.warn('unreadable', { sender: sender.name });
    return { statusCode: 400 };
  }
  if (delivery.kind === 'handshake') {
    metrics.add('Handshakes', 1);
    log.info('asked whether events are wanted', { sender: sender.name });
    const headers = { 'content-type': 'application/json' };
    return { statusCode: 200, headers, body: delivery.answer };
  }
  for (const change of delivery.changes) {
    const outcome = await act(change, sender, provided);
    metrics.add(outcome, 1);
    if (outcome !== 'HandedOn') continue;
    for (const { scope, assetType } of change.assets)
      log.info('to be read again', { messageId: change.messageId, scope: scopeKey(scope), assetType });
  }
  return { statusCode: 204 };
}

type Outcome = 'HandedOn' | 'OfNoInterest' | 'TooOld' | 'ReceivedBefore';

async function act(
  { messageId, sentAt, assets }: ReportedChange,
  { name }: Sender,
  { received, rescan, clock }: Receiving,
): Promise<Outcome> {
  if (assets.length === 0) return 'OfNoInterest';
  const age = clock().getTime() - sentAt.getTime();
  if (age > OLDEST_MILLISECONDS || age < EARLIEST_MILLISECONDS) return 'TooOld';
  if (await received.has(name, messageId)) return 'ReceivedBefore';
  for (const asset of assets) await rescan({ scanId: `change-${messageId}`, ...asset });
  // Only now: had the queue failed, the message must be taken when it comes again. Reading twice changes nothing.
  await received.keep(name, messageId, new Date(sentAt.getTime() + OLDEST_MILLISECONDS));
  return 'HandedOn';
}
