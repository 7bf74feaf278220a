import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventBridge } from '#shared/sinks/event-bridge.ts';
import { securityHub } from '#shared/sinks/security-hub.ts';
import { clip, printable } from '#shared/sinks/text.ts';
import { assetTypes, azureFinding, change, checks, finding, hostileTexts, withHostile } from './specimens.ts';

/** A service on loopback that keeps the bodies it is sent and answers what the test says. */
let server: Server;
let endpoint: string;
const bodies: { Entries?: { Detail: string }[]; Findings?: { Title: string }[] }[] = [];
let answer: { status: number; headers?: Record<string, string>; body: unknown };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    bodies.push(JSON.parse(await text(request)));
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => bodies.splice(0));

const config = () => ({
  endpoint,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  maxAttempts: 1,
});

describe('through the AWS SDK', () => {
  const hub = () =>
    securityHub({
      fleet: { accountId: '999988887777', region: 'eu-west-1' },
      clientFor: () => new SecurityHubClient(config()),
      checks,
      assetTypes,
    });

  it('an Azure resource reaches Security Hub with its details', async () => {
    answer = { status: 200, body: { FailedCount: 0, SuccessCount: 1, FailedFindings: [] } };
    expect(await hub().send([change('opened', azureFinding)])).toMatchObject([{ outcome: 'delivered' }]);
    expect(bodies[0]).toMatchObject({
      Findings: [{ Resources: [{ Details: { AzureResource: { id: azureFinding.asset.id } } }] }],
    });
  });

  it('a hub that is not enabled is unavailable', async () => {
    answer = {
      status: 401,
      headers: { 'x-amzn-errortype': 'InvalidAccessException' },
      body: {
        Message: 'Account 111122223333 is not subscribed to AWS Security Hub',
        Code: 'InvalidAccessException',
      },
    };
    expect(await hub().send([change('opened')])).toMatchObject([
      { outcome: 'unavailable', code: 'InvalidAccessException' },
    ]);
  });

  it('throttling that outlasts the retries is a failed delivery', async () => {
    answer = {
      status: 429,
      headers: { 'x-amzn-errortype': 'LimitExceededException' },
      body: { Message: 'slow down' },
    };
    expect(await hub().send([change('opened')])).toMatchObject([
      { outcome: 'failed', code: 'LimitExceededException' },
    ]);
  });

  it.each(Object.entries(hostileTexts))(
    '%s reaches the bus as it was and the hub made visible',
    async (_what, hostile) => {
      answer = {
        status: 200,
        body: { FailedCount: 0, SuccessCount: 1, FailedFindings: [], Entries: [{ EventId: 'e' }] },
      };
      const changes = [change('opened', withHostile(hostile, finding()))];
      const bus = eventBridge({ client: new EventBridgeClient(config()), busName: 'aispm', checks });
      expect([...(await bus.send(changes)), ...(await hub().send(changes))]).toMatchObject([
        { outcome: 'delivered' },
        { outcome: 'delivered' },
      ]);
      const [toBus, toHub] = bodies;
      const detail = JSON.parse(toBus?.Entries?.[0]?.Detail ?? '{}');
      expect(detail.asset.name).toBe(hostile.toWellFormed());
      expect(toHub?.Findings?.[0]?.Title).toBe(clip(printable(`${hostile}: ${hostile}`), 256));
    },
  );
});
