import * as z from 'zod';
import { changedAssets } from '#connectors/gcp/changes.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { MessageId, SentAt } from './message.ts';
import { type Delivery, jsonIn, type Sender } from './sender.ts';
import { publishedKeys, verifyBearer } from './token.ts';

type GcpChanges = NonNullable<NonNullable<FleetConfig['gcp']>['changes']>;

/** https://accounts.google.com/.well-known/openid-configuration */
const GOOGLE_KEYS = new URL('https://www.googleapis.com/oauth2/v3/certs');

/** https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions: a token lives for up to an hour. */
const TOKEN_SECONDS = 3_600;

/** Pub/Sub, which pushes the audit logs that a sink of Cloud Logging routes to a topic, one to the request. */
export function pubSub({ audience, pushServiceAccount }: GcpChanges, keysUrl: URL = GOOGLE_KEYS): Sender {
  const expected = {
    keys: publishedKeys(keysUrl),
    issuers: ['https://accounts.google.com'],
    audiences: [audience],
    requiredClaims: ['exp', 'iat'],
    mostAgeSeconds: TOKEN_SECONDS,
    // Google signs tokens for every service account of everybody, with whatever audience they like.
    names: ({ email, email_verified: isVerified }: Record<string, unknown>) =>
      email === pushServiceAccount && isVerified === true,
  };
  return {
    name: 'google',
    path: '/google',
    verify: (authorization, now) => verifyBearer(authorization, expected, now),
    read: (body) => deliveryIn(jsonIn(body)),
  };
}

/** https://cloud.google.com/pubsub/docs/push#receive_push */
const Push = z.object({
  message: z.object({ messageId: MessageId, publishTime: SentAt, data: z.base64() }),
});

const Named = z.object({ name: z.unknown().optional() });

/** LogEntry, google/logging/v2/log_entry.proto, with an AuditLog, google/cloud/audit/audit_log.proto, as its payload. */
const AuditLogEntry = z.object({
  logName: z.string().max(1024),
  resource: z.object({ labels: z.object({ project_id: z.string() }).partial().optional() }).optional(),
  operation: z
    .object({ id: z.string().max(4096) })
    .partial()
    .optional(),
  protoPayload: z.object({
    serviceName: z.string().max(256),
    resourceName: z.string().max(4096).optional(),
    status: z.object({ code: z.int() }).partial().optional(),
    request: Named.optional(),
    response: Named.optional(),
  }),
});
type AuditLogEntry = z.infer<typeof AuditLogEntry>;

function deliveryIn(body: unknown): Delivery | undefined {
  const push = Push.safeParse(body);
  if (!push.success) return undefined;
  const { messageId, publishTime, data } = push.data.message;
  const entry = AuditLogEntry.safeParse(jsonIn(Buffer.from(data, 'base64')));
  if (!entry.success) return undefined;
  return { kind: 'changes', changes: [{ messageId, sentAt: publishTime, assets: assetsIn(entry.data) }] };
}

/** Logs of what was written; those of data access are about reading, and about using. */
const ACTIVITY = /^projects\/([^/]+)\/logs\/cloudaudit\.googleapis\.com%2F(?:activity|system_event)$/;

function assetsIn({ logName, resource, operation, protoPayload }: AuditLogEntry) {
  const [, named] = ACTIVITY.exec(logName) ?? [];
  const { serviceName, resourceName, status, request, response } = protoPayload;
  // A status with another code than OK: the call changed nothing.
  if (named === undefined || (status?.code ?? 0) !== 0) return [];
  const names = [resourceName, request?.name, response?.name, operation?.id].filter(
    (name) => typeof name === 'string',
  );
  return changedAssets(gcpConnectors, {
    project: resource?.labels?.project_id ?? named,
    serviceName,
    names,
  });
}
