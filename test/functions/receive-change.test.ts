import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '#functions/receive-change.ts';
import { requestedRescan } from '#functions/requested-rescan.ts';
import { eventGrid } from '#functions/senders/event-grid.ts';
import { pubSub } from '#functions/senders/pub-sub.ts';
import { sendersOf } from '#functions/senders/senders.ts';
import { parseConfigText } from '#shared/config/read.ts';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openReceivedMessages } from '#shared/ledger/received.ts';
import { RescanRequest } from '#shared/pipeline/rescan-request.ts';
import { contextOf, lines } from './context.ts';
import { type Issuer, startIssuer } from './issuer.ts';

const TENANT = '0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a';
const APPLICATION = '00000000-0000-4000-8000-000000000003';
const EVENT_GRID = '4962773b-9cdb-44cf-a8bf-237846a00ab7';
const PUSHER = 'aispm-push@security-tools.iam.gserviceaccount.com';
const SUBSCRIPTION = '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f';
const ACCOUNT = `/subscriptions/${SUBSCRIPTION}/resourceGroups/contact-centre/providers/Microsoft.CognitiveServices/accounts/nl-assistant`;
/** In whatever a stranger or a sender may say, to be looked for wherever it must not be. */
const WORDS = 'sesame-open-7f3a';

const config = parseConfigText(
  `
azure: {tenantId: ${TENANT}, clientId: ${TENANT}, changes: {audience: ${APPLICATION}}}
gcp:
  audience: //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/aispm/providers/aws
  changes: {pushServiceAccount: ${PUSHER}}`,
  'test',
);

let entra: Issuer;
let google: Issuer;
const store = await openEmbedded();
beforeAll(async () => {
  [entra, google] = await Promise.all([startIssuer(), startIssuer()]);
});
afterAll(() => Promise.all([entra.close(), google.close(), store.close()]));

const START = Date.parse('2026-11-22T10:00:00Z');
let now = START;
let requests: RescanRequest[];
let queueFails: boolean;
let log: ReturnType<typeof lines>;
let receive: ReturnType<typeof handler.with>;
let messages = 0;

/** Claims that may be missing. */
type Claims = Record<string, unknown>;

beforeEach(() => {
  now = START;
  requests = [];
  queueFails = false;
  entra.answer(200);
  google.answer(200);
  open();
});

/** A container that has not read any keys yet, with the senders whose keys are somewhere. */
function open(keys: { azure?: URL | undefined; google?: URL | undefined } = {}): void {
  const { azure, gcp } = config;
  if (!azure?.changes || !gcp?.changes) throw new Error('both clouds are in the config');
  const at = { azure: entra.keysUrl, google: google.keysUrl, ...keys };
  log = lines();
  receive = handler.with(
    {
      senders: [
        ...(at.azure ? [eventGrid({ ...azure, changes: azure.changes }, at.azure)] : []),
        ...(at.google ? [pubSub(gcp.changes, at.google)] : []),
      ],
      received: openReceivedMessages(store),
      rescan: async (request) => {
        if (queueFails) throw new Error('the queue is away');
        requests.push(RescanRequest.parse(request));
      },
      clock: () => new Date(now),
    },
    log.write,
  );
}

interface Request {
  readonly method?: string;
  readonly path?: string;
  readonly authorization?: string | undefined;
  readonly body?: unknown;
  readonly text?: string;
  readonly isBase64Encoded?: boolean;
}

async function send({
  method = 'POST',
  path = '/',
  authorization,
  body,
  text,
  isBase64Encoded = false,
}: Request) {
  const answer = await receive(
    {
      version: '2.0',
      rawPath: path,
      rawQueryString: WORDS,
      headers: { 'user-agent': WORDS, [`x-${WORDS}`]: WORDS, ...(authorization && { authorization }) },
      requestContext: {
        http: { method, path, sourceIp: '203.0.113.7' },
        domainName: 'x.lambda-url.eu-west-1.on.aws',
      },
      body: text ?? JSON.stringify(body),
      isBase64Encoded,
    },
    contextOf('receive-change'),
  );
  return answer as { statusCode: number; body?: string; headers?: Record<string, string> };
}

const seconds = () => Math.floor(now / 1000);

const entraClaims = (): Claims => ({
  aud: APPLICATION,
  iss: `https://sts.windows.net/${TENANT}/`,
  iat: seconds() - 60,
  nbf: seconds() - 60,
  exp: seconds() + 3600,
  appid: EVENT_GRID,
  tid: TENANT,
  ver: '1.0',
});

const googleClaims = (): Claims => ({
  aud: 'aispm-changes',
  iss: 'https://accounts.google.com',
  iat: seconds() - 60,
  exp: seconds() + 3540,
  azp: '113774264463038321964',
  sub: '113774264463038321964',
  email: PUSHER,
  email_verified: true,
});

function nextId(): string {
  messages += 1;
  return `6a7e8feb-b491-4cf7-a9f1-${String(messages).padStart(12, '0')}`;
}

const armEvent = (overrides: Record<string, unknown> = {}) => ({
  id: nextId(),
  topic: `/subscriptions/${SUBSCRIPTION}`,
  subject: ACCOUNT,
  eventType: 'Microsoft.Resources.ResourceWriteSuccess',
  eventTime: new Date(now - 5_000).toISOString().replace('Z', '1234Z'),
  dataVersion: '2',
  metadataVersion: '1',
  data: {
    resourceProvider: 'Microsoft.CognitiveServices',
    resourceUri: ACCOUNT,
    operationName: 'Microsoft.CognitiveServices/accounts/write',
    status: 'Succeeded',
    subscriptionId: SUBSCRIPTION,
    tenantId: TENANT,
    claims: { name: WORDS },
  },
  ...overrides,
});

const auditLog = (protoPayload: Record<string, unknown> = {}, entry: Record<string, unknown> = {}) => ({
  insertId: 'u60vqeg4wcc',
  logName: 'projects/acme-ml/logs/cloudaudit.googleapis.com%2Factivity',
  resource: {
    type: 'audited_resource',
    labels: { project_id: 'acme-ml', service: 'aiplatform.googleapis.com' },
  },
  protoPayload: {
    '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
    serviceName: 'aiplatform.googleapis.com',
    methodName: 'google.cloud.aiplatform.v1.EndpointService.UpdateEndpoint',
    resourceName: 'projects/acme-ml/locations/us-central1/endpoints/1',
    authenticationInfo: { principalEmail: WORDS },
    status: {},
    ...protoPayload,
  },
  ...entry,
});

const pushed = (entry: unknown, message: Record<string, unknown> = {}) => ({
  subscription: 'projects/security-tools/subscriptions/aispm-changes',
  message: {
    messageId: nextId(),
    publishTime: new Date(now - 5_000).toISOString(),
    attributes: {},
    data: Buffer.from(typeof entry === 'string' ? entry : JSON.stringify(entry)).toString('base64'),
    ...message,
  },
});

const bearer = (token: string) => `Bearer ${token}`;

/** What each sender sends when all is well. */
const SENDERS = {
  azure: async (claims: Claims = {}): Promise<Request> => ({
    path: '/azure',
    authorization: bearer(await entra.sign({ ...entraClaims(), ...claims })),
    body: [armEvent()],
  }),
  google: async (claims: Claims = {}): Promise<Request> => ({
    path: '/google',
    authorization: bearer(await google.sign({ ...googleClaims(), ...claims })),
    body: pushed(auditLog()),
  }),
} as const;
const NAMES = ['azure', 'google'] as const;
const issuerOf = (name: 'azure' | 'google') => (name === 'azure' ? entra : google);
const claimsOf = (name: 'azure' | 'google') => (name === 'azure' ? entraClaims() : googleClaims());

const metrics = (): Record<string, unknown> =>
  Object.assign({}, ...log.parsed().filter((line) => '_aws' in line));

/** Nothing was done, nothing answered, and nothing written but counts. */
async function expectRefused(request: Request): Promise<void> {
  expect(await send(request)).toEqual({ statusCode: 401 });
  expect(requests).toEqual([]);
  expect(log.written).toHaveLength(1);
  const [line = ''] = log.written;
  const { _aws, function: name, ...counts } = JSON.parse(line) as Record<string, unknown>;
  expect(_aws).toBeDefined();
  expect(name).toBe('receive-change');
  expect(counts['Unverified']).toBe(1);
  expect(Object.values(counts).every((count) => typeof count === 'number')).toBe(true);
  expect(line).not.toContain(WORDS);
}

describe('a change that Event Grid reports', () => {
  it('is handed on to be read again, once, and remembered', async () => {
    const event = armEvent();
    const request = { ...(await SENDERS.azure()), body: [event] };
    expect(await send(request)).toEqual({ statusCode: 204 });
    expect(requests).toEqual([
      {
        scanId: `change-${event.id}`,
        scope: { provider: 'azure', account: SUBSCRIPTION, region: 'global' },
        assetType: 'azure.cognitive-services.account',
        assetId: ACCOUNT,
      },
    ]);
    expect(metrics()).toMatchObject({ HandedOn: 1 });
    expect(log.written.join()).not.toContain(WORDS);
  });

  it.each([
    ['version 1 of the token, for the id', {}],
    ['version 1 of the token, for the URI', { aud: `api://${APPLICATION}` }],
    [
      'version 2 of the token',
      {
        iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        ver: '2.0',
        appid: undefined,
        azp: EVENT_GRID,
      },
    ],
  ])('is taken with %s', async (_what, claims) => {
    expect(await send(await SENDERS.azure(claims))).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['Microsoft.Resources.ResourceDeleteSuccess', 1],
    ['Microsoft.Resources.ResourceActionSuccess', 1],
    ['Microsoft.Resources.ResourceWriteFailure', 0],
    ['Microsoft.Resources.ResourceDeleteCancel', 0],
    ['Microsoft.Storage.BlobCreated', 0],
  ])('after %s leads to %d rescans', async (eventType, count) => {
    const request = await SENDERS.azure();
    expect(await send({ ...request, body: [armEvent({ eventType })] })).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(count);
  });

  it('may come with others, each for itself', async () => {
    const known = armEvent();
    const others = [
      armEvent({
        data: {
          resourceUri: `/subscriptions/${SUBSCRIPTION}/resourceGroups/x/providers/Microsoft.Compute/disks/d`,
        },
      }),
      known,
      armEvent({ data: { resourceUri: `${ACCOUNT}/deployments/gpt-live` } }),
    ];
    const request = await SENDERS.azure();
    await send({ ...request, body: [known] });
    expect(await send({ ...request, body: others })).toEqual({ statusCode: 204 });
    expect(requests.map(({ assetId }) => assetId)).toEqual([ACCOUNT, `${ACCOUNT}/deployments/gpt-live`]);
    expect(metrics()).toMatchObject({ HandedOn: 1, OfNoInterest: 1, ReceivedBefore: 1 });
  });

  it('leads nowhere where the id of the resource leads elsewhere', async () => {
    const request = await SENDERS.azure();
    for (const resourceUri of [
      `https://evil.example${ACCOUNT}`,
      `${ACCOUNT}/deployments/../../x`,
      `${ACCOUNT}?x`,
    ])
      expect(await send({ ...request, body: [armEvent({ data: { resourceUri } })] })).toEqual({
        statusCode: 204,
      });
    expect(requests).toEqual([]);
  });
});

describe('the question of Event Grid whether events are wanted', () => {
  const validation = () => [
    armEvent({
      eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
      subject: '',
      data: {
        validationCode: '512d38b6-c7b8-40c8-89fe-f46f9e9622b6',
        validationUrl:
          'https://rp-eastus2.eventgrid.azure.net:553/eventsubscriptions/estest/validate?id=512d38b6',
      },
    }),
  ];

  it('is answered with the code to one who is verified', async () => {
    const answer = await send({ ...(await SENDERS.azure()), body: validation() });
    expect(answer).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}',
    });
    expect(requests).toEqual([]);
  });

  it('is not answered to anybody else', async () => {
    const stranger = bearer(await entra.sign(entraClaims(), 'unpublished'));
    await expectRefused({ path: '/azure', authorization: stranger, body: validation() });
    open();
    await expectRefused({ path: '/azure', body: validation() });
  });

  it('is not taken for one among events', async () => {
    const request = { ...(await SENDERS.azure()), body: [...validation(), armEvent()] };
    expect(await send(request)).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(1);
  });

  it('is refused in the schema of CloudEvents, which asks without a token', async () => {
    await expectRefused({ method: 'OPTIONS', path: '/azure' });
  });
});

describe('a change that an audit log tells of', () => {
  it('is handed on to be read again, once, and remembered', async () => {
    const push = pushed(auditLog());
    expect(await send({ ...(await SENDERS.google()), body: push })).toEqual({ statusCode: 204 });
    expect(requests).toEqual([
      {
        scanId: `change-${push.message.messageId}`,
        scope: { provider: 'gcp', account: 'acme-ml', region: 'global' },
        assetType: 'gcp.vertex.endpoint',
        assetId: '//aiplatform.googleapis.com/projects/acme-ml/locations/us-central1/endpoints/1',
      },
    ]);
    expect(metrics()).toMatchObject({ HandedOn: 1 });
    expect(log.written.join()).not.toContain(WORDS);
  });

  const parent = 'projects/acme-ml/locations/us-central1';
  const byNumber = 'projects/123456789012/locations/us-central1';
  it.each([
    [
      'a creation, by what it answered',
      auditLog({
        methodName: 'google.cloud.aiplatform.v1.JobService.CreateCustomJob',
        resourceName: parent,
        response: {
          name: `${byNumber}/customJobs/9`,
          '@type': 'type.googleapis.com/google.cloud.aiplatform.v1.CustomJob',
        },
      }),
      [`//aiplatform.googleapis.com/${parent}/customJobs/9`],
    ],
    [
      'a creation that takes long, by its operation',
      auditLog(
        { methodName: 'google.cloud.aiplatform.v1.ModelService.UploadModel', resourceName: parent },
        {
          operation: {
            id: `${byNumber}/models/5/operations/8`,
            producer: 'aiplatform.googleapis.com',
            first: true,
          },
        },
      ),
      [`//aiplatform.googleapis.com/${parent}/models/5`],
    ],
    [
      'a key of a service account, by what was asked for',
      auditLog({
        serviceName: 'iam.googleapis.com',
        methodName: 'google.iam.admin.v1.DeleteServiceAccountKey',
        resourceName: 'projects/-/serviceAccounts/113774264463038321964/keys/1a2b',
        request: { name: 'projects/acme-ml/serviceAccounts/ml@acme-ml.iam.gserviceaccount.com/keys/1a2b' },
      }),
      ['//iam.googleapis.com/projects/acme-ml/serviceAccounts/ml@acme-ml.iam.gserviceaccount.com'],
    ],
    [
      'a grant on a bucket',
      auditLog({
        serviceName: 'storage.googleapis.com',
        methodName: 'storage.setIamPermissions',
        resourceName: 'projects/_/buckets/acme-open',
      }),
      ['//storage.googleapis.com/acme-open'],
    ],
    [
      'a grant on a project',
      auditLog({
        serviceName: 'cloudresourcemanager.googleapis.com',
        methodName: 'SetIamPolicy',
        resourceName: 'projects/acme-ml',
      }),
      ['//cloudresourcemanager.googleapis.com/projects/acme-ml'],
    ],
    [
      'a log that names its project only by its own name',
      auditLog({}, { resource: { type: 'audited_resource' } }),
      [`//aiplatform.googleapis.com/${parent}/endpoints/1`],
    ],
    ['a call that failed', auditLog({ status: { code: 7, message: 'PERMISSION_DENIED' } }), []],
    [
      'what was read',
      auditLog({}, { logName: 'projects/acme-ml/logs/cloudaudit.googleapis.com%2Fdata_access' }),
      [],
    ],
    [
      'another log',
      auditLog({}, { logName: 'projects/acme-ml/logs/cloudaudit.googleapis.com%2Factivity%2Fx' }),
      [],
    ],
    [
      'a log of an organisation',
      auditLog({}, { logName: 'organizations/1/logs/cloudaudit.googleapis.com%2Factivity' }),
      [],
    ],
    ['another service', auditLog({ serviceName: 'compute.googleapis.com' }), []],
    [
      'another project',
      auditLog({ resourceName: 'projects/somebody/locations/us-central1/endpoints/1' }),
      [],
    ],
    ['a way up', auditLog({ resourceName: `${parent}/endpoints/../../x` }), []],
  ])('of %s leads to %j', async (_what, entry, ids) => {
    expect(await send({ ...(await SENDERS.google()), body: pushed(entry) })).toEqual({ statusCode: 204 });
    expect(requests.map(({ assetId }) => assetId)).toEqual(ids);
    if (ids.length === 0) expect(metrics()).toMatchObject({ OfNoInterest: 1 });
  });
});

describe.each(NAMES)('whoever says to be %s', (name) => {
  const other = name === 'azure' ? 'google' : 'azure';

  it.each<readonly [string, () => Claims]>([
    ['of another issuer', () => ({ iss: 'https://issuer.example/' })],
    ['without an issuer', () => ({ iss: undefined })],
    ['for somebody else', () => ({ aud: 'https://somebody.example' })],
    ['for nobody', () => ({ aud: undefined })],
    ['that has expired', () => ({ exp: seconds() - 61 })],
    ['that never expires', () => ({ exp: undefined })],
    ['that is not valid yet', () => ({ nbf: seconds() + 61 })],
    ['that says not when it was issued', () => ({ iat: undefined })],
    ...(name === 'azure'
      ? ([
          [
            'of another tenant',
            () => ({ iss: 'https://sts.windows.net/11111111-1111-4111-8111-111111111111/' }),
          ],
          ['of a tenant that is not its issuer’s', () => ({ tid: '11111111-1111-4111-8111-111111111111' })],
          ['without a tenant', () => ({ tid: undefined })],
          ['of another application', () => ({ appid: APPLICATION })],
          ['of another application, version 2', () => ({ appid: EVENT_GRID, azp: APPLICATION })],
          ['of no application', () => ({ appid: undefined })],
          ['that says not from when it is valid', () => ({ nbf: undefined })],
        ] as const)
      : ([
          ['of another service account', () => ({ email: 'thief@elsewhere.iam.gserviceaccount.com' })],
          ['of no account', () => ({ email: undefined })],
          ['of an account that Google did not verify', () => ({ email_verified: false })],
          ['of an account of which nothing is said', () => ({ email_verified: undefined })],
          ['of an account that is verified in words', () => ({ email_verified: 'true' })],
          ['that is older than tokens get', () => ({ iat: seconds() - 3_700, exp: seconds() + 3600 })],
          ['that is from the future', () => ({ iat: seconds() + 120 })],
        ] as const)),
  ])('with a token %s is refused', async (_what, claims) => {
    await expectRefused(await SENDERS[name](claims()));
  });

  it.each<readonly [string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['an empty one', async () => 'Bearer '],
    ['words', async () => `Bearer ${WORDS}`],
    ['another scheme', async () => `Basic ${Buffer.from(WORDS).toString('base64')}`],
    ['a token without its scheme', async () => issuerOf(name).sign(claimsOf(name))],
    [
      'two tokens',
      async () => `${(await SENDERS[name]()).authorization},${(await SENDERS[name]()).authorization}`,
    ],
    [
      'a token whose key is not published',
      async () => bearer(await issuerOf(name).sign(claimsOf(name), 'unpublished')),
    ],
    [
      'a token by a key of another name',
      async () => bearer(await issuerOf(name).sign(claimsOf(name), 'published', WORDS)),
    ],
    ['a token of the other cloud', async () => bearer(await issuerOf(other).sign(claimsOf(other)))],
    ['the right words by the other cloud', async () => bearer(await issuerOf(other).sign(claimsOf(name)))],
    [
      'a token that nobody signed',
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return bearer(`${part({ alg: 'none', typ: 'JWT' })}.${part(claimsOf(name))}.`);
      },
    ],
    [
      'a token that nobody signed, and that says otherwise',
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return bearer(`${part({ alg: 'RS256', kid: 'key-1' })}.${part(claimsOf(name))}.AAAA`);
      },
    ],
    [
      'a token signed with the public key for a secret',
      async () =>
        bearer(
          await new SignJWT(claimsOf(name))
            .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })
            .sign(new TextEncoder().encode(issuerOf(name).publicKey)),
        ),
    ],
    [
      'a token with other claims than were signed',
      async () => {
        const [head, , signature] = (await issuerOf(name).sign(claimsOf(name))).split('.');
        const claims = Buffer.from(JSON.stringify({ ...claimsOf(name), exp: seconds() + 9_999 })).toString(
          'base64url',
        );
        return bearer(`${head}.${claims}.${signature}`);
      },
    ],
  ])('with %s is refused', async (_what, authorization) => {
    await expectRefused({ ...(await SENDERS[name]()), authorization: await authorization() });
  });

  it.each([
    ['path of the other', { path: other === 'azure' ? '/azure' : '/google' }],
    ['path of nobody', { path: '/' }],
    ['longer path', { path: `/${name}/${WORDS}` }],
    ['path in capitals', { path: `/${name.toUpperCase()}` }],
    ['GET', { method: 'GET' }],
    ['PUT', { method: 'PUT' }],
    ['OPTIONS', { method: 'OPTIONS' }],
  ])('at the %s is refused', async (_what, deviation) => {
    await expectRefused({ ...(await SENDERS[name]()), ...deviation });
  });

  it('with more than a mebibyte is refused before anything is looked at', async () => {
    const asked = issuerOf(name).asked();
    await expectRefused({ ...(await SENDERS[name]()), text: `[${' '.repeat(1024 * 1024)}]` });
    expect(issuerOf(name).asked()).toBe(asked);
  });

  it('is asked to come again, not turned away, while the keys cannot be read', async () => {
    for (const status of [500, 302, 404]) {
      open();
      issuerOf(name).answer(status);
      expect(await send(await SENDERS[name]())).toEqual({ statusCode: 503 });
      expect(metrics()).toMatchObject({ KeysUnreachable: 1 });
      expect(log.parsed().filter(({ level }) => level === 'ERROR')).toHaveLength(1);
      expect(log.written.join()).not.toContain(WORDS);
    }
    expect(requests).toEqual([]);
    issuerOf(name).answer(200);
    expect(await send(await SENDERS[name]())).toEqual({ statusCode: 204 });
  });

  it('cannot have the keys read again and again by inventing names for them', async () => {
    await send(await SENDERS[name]());
    const asked = issuerOf(name).asked();
    for (let round = 0; round < 5; round += 1)
      await send({
        ...(await SENDERS[name]()),
        authorization: bearer(await issuerOf(name).sign(claimsOf(name), 'unpublished', `key-${round}`)),
      });
    expect(issuerOf(name).asked()).toBe(asked);
    expect(requests).toHaveLength(1);
  });

  it('may send the same message again, and nothing happens', async () => {
    const request = await SENDERS[name]();
    for (let round = 0; round < 3; round += 1) expect(await send(request)).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(1);
    // In a container that knows nothing of the first, and with a new token, as a sender tries again.
    now += 20 * 3_600_000;
    open();
    const { authorization } = await SENDERS[name]();
    expect(await send({ ...request, authorization })).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(1);
    expect(metrics()).toMatchObject({ ReceivedBefore: 1 });
  });

  it.each([
    ['a day and two hours old', 26 * 3_600_000, 'TooOld'],
    ['as old as a message gets', 24 * 3_600_000, 'HandedOn'],
    ['from a clock that is ahead', -60_000, 'HandedOn'],
    ['from the future', -10 * 60_000, 'TooOld'],
  ])('with a message %s', async (_what, age, outcome) => {
    const { body } = await SENDERS[name]();
    now += age;
    const { authorization, path } = await SENDERS[name]();
    expect(await send({ path, authorization, body } as Request)).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(outcome === 'HandedOn' ? 1 : 0);
    expect(metrics()).toMatchObject({ [outcome]: 1 });
  });

  it('is heard when it sends again what the queue did not take', async () => {
    const request = await SENDERS[name]();
    queueFails = true;
    await expect(send(request)).rejects.toThrow('the queue is away');
    queueFails = false;
    expect(await send(request)).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(1);
  });

  it('may encode the body', async () => {
    const { body, ...request } = await SENDERS[name]();
    const text = Buffer.from(JSON.stringify(body)).toString('base64');
    expect(await send({ ...request, text, isBase64Encoded: true })).toEqual({ statusCode: 204 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['no JSON', WORDS],
    ['nothing', ''],
    ['nothing of theirs', JSON.stringify({ [WORDS]: WORDS })],
    ['null', 'null'],
    ['an empty list', '[]'],
    [
      'an id that is none',
      JSON.stringify(
        name === 'azure' ? [armEvent({ id: `${WORDS} ` })] : pushed(auditLog(), { messageId: `${WORDS} ` }),
      ),
    ],
    [
      'a time that is none',
      JSON.stringify(
        name === 'azure' ? [armEvent({ eventTime: WORDS })] : pushed(auditLog(), { publishTime: WORDS }),
      ),
    ],
    ['content that is none', JSON.stringify(name === 'azure' ? [armEvent({ data: WORDS })] : pushed(WORDS))],
  ])('is told when it sends %s, and its words are not kept', async (_what, text) => {
    expect(await send({ ...(await SENDERS[name]()), text })).toEqual({ statusCode: 400 });
    expect(requests).toEqual([]);
    expect(metrics()).toMatchObject({ Unreadable: 1 });
    expect(log.parsed().filter(({ level }) => level === 'WARN')).toHaveLength(1);
    expect(log.written.join()).not.toContain(WORDS);
  });
});

it('asks to come again where nobody answers for the keys', async () => {
  const gone = await startIssuer();
  await gone.close();
  open({ azure: gone.keysUrl });
  expect(await send(await SENDERS.azure())).toEqual({ statusCode: 503 });
});

it('knows nobody who is not in the config', async () => {
  expect(sendersOf(parseConfigText('', 'test'))).toEqual([]);
  expect(sendersOf(config).map(({ path }) => path)).toEqual(['/azure', '/google']);
  open({ azure: entra.keysUrl, google: undefined });
  await expectRefused(await SENDERS.google());
});

it('is a message of the queue that rescan-resource takes', () => {
  const request = {
    scanId: 'change-1',
    scope: { provider: 'azure', account: SUBSCRIPTION, region: 'global' } as const,
    assetType: 'x',
    assetId: 'y',
  };
  expect(requestedRescan(request)).toEqual({ 'detail-type': 'Rescan Requested', detail: request });
});
