import * as z from 'zod';
import { changedAssets } from '#connectors/azure/changes.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { MessageId, SentAt } from './message.ts';
import { type Delivery, jsonIn, type ReportedChange, type Sender } from './sender.ts';
import { publishedKeys, verifyBearer } from './token.ts';

type AzureConfig = NonNullable<FleetConfig['azure']>;

/**
 * Microsoft’s own application Microsoft.EventGrid in the public cloud, for which Entra ID issues the tokens of
 * deliveries: https://learn.microsoft.com/azure/event-grid/secure-webhook-delivery
 */
const EVENT_GRID = '4962773b-9cdb-44cf-a8bf-237846a00ab7';

const keysOf = (tenantId: string) =>
  new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`);

/**
 * Event Grid, in its own schema and not in that of CloudEvents: there the question whether events are wanted is an
 * OPTIONS request, of which no page of Microsoft says that it carries a token, and so it could not be refused to
 * strangers. Here it is an event like the others, and “every message” has the token.
 */
export function eventGrid(
  { tenantId, changes }: AzureConfig & { readonly changes: NonNullable<AzureConfig['changes']> },
  keysUrl: URL = keysOf(tenantId),
): Sender {
  const tenant = tenantId.toLowerCase();
  const expected = {
    keys: publishedKeys(keysUrl),
    // Of version 1 or 2, as the app registration accepts them: learn.microsoft.com/entra/identity-platform/access-tokens
    issuers: [`https://sts.windows.net/${tenant}/`, `https://login.microsoftonline.com/${tenant}/v2.0`],
    audiences: audiencesOf(changes.audience),
    requiredClaims: ['exp', 'nbf', 'iat'],
    // The application that asked for the token stands in `appid` or, in version 2, in `azp`.
    names: ({ tid, appid, azp }: Record<string, unknown>) => tid === tenant && (azp ?? appid) === EVENT_GRID,
  };
  return {
    name: 'azure',
    path: '/azure',
    verify: (authorization, now) => verifyBearer(authorization, expected, now),
    read: (body) => deliveryIn(jsonIn(body)),
  };
}

/** An app registration is named by its id or by its default URI, which only it can have. */
const audiencesOf = (audience: string): string[] =>
  audience.includes(':') ? [audience] : [audience, `api://${audience}`];

const SUBSCRIPTION_VALIDATION = 'Microsoft.EventGrid.SubscriptionValidationEvent';

/** https://learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema */
const Validation = z.tuple([
  z.object({
    eventType: z.literal(SUBSCRIPTION_VALIDATION),
    data: z.object({ validationCode: z.string().min(1).max(1024) }),
  }),
]);

/** https://learn.microsoft.com/azure/event-grid/event-schema-subscriptions */
const Events = z
  .array(
    z.object({
      id: MessageId,
      eventType: z.string(),
      eventTime: SentAt,
      data: z.object({ resourceUri: z.string().max(4096), operationName: z.string().max(1024) }).partial(),
    }),
  )
  .min(1);
type Event = z.infer<typeof Events>[number];

function deliveryIn(body: unknown): Delivery | undefined {
  const validation = Validation.safeParse(body);
  if (validation.success) {
    const [{ data }] = validation.data;
    return { kind: 'handshake', answer: JSON.stringify({ validationResponse: data.validationCode }) };
  }
  const events = Events.safeParse(body);
  return events.success ? { kind: 'changes', changes: events.data.map(changeOf) } : undefined;
}

/** Of what failed or was cancelled, nothing is known to be different. */
const SUCCEEDED = /^Microsoft\.Resources\.Resource(Write|Delete|Action)Success$/;

function changeOf({ id, eventType, eventTime, data }: Event): ReportedChange {
  const { resourceUri, operationName = '' } = data;
  const isChange = SUCCEEDED.test(eventType) && resourceUri !== undefined;
  const assets = isChange ? changedAssets(azureConnectors, { resourceUri, operationName }) : [];
  return { messageId: id, sentAt: eventTime, assets };
}
