import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { composeDigest } from '#shared/sinks/digest/compose.ts';
import { sendDigest } from '#shared/sinks/digest/send.ts';
import { SAMPLE_WEEK, samplePosture } from '#test/shared/sinks/sample-posture.ts';

const Message = z.object({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({ ToAddresses: z.array(z.string()) }),
  Content: z.object({
    Simple: z.object({
      Subject: z.object({ Data: z.string() }),
      Body: z.object({ Html: z.object({ Data: z.string() }), Text: z.object({ Data: z.string() }) }),
    }),
  }),
});

const FROM = 'posture@example.com';
const digest = composeDigest({ ...samplePosture(), window: SAMPLE_WEEK });
const nothing = composeDigest({ findings: [], coverage: [], checks: new Map(), window: SAMPLE_WEEK });

/** SES's wire format (restJson1): a message id, or an error named in a header. */
let server: Server;
let received: z.infer<typeof Message>[];
let refusals: Map<string, { status: number; error: string; message: string }>;

beforeEach(async () => {
  received = [];
  refusals = new Map();
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message = Message.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const refusal = refusals.get(message.Destination.ToAddresses[0] ?? '');
      response.setHeader('content-type', 'application/json');
      if (refusal) {
        response.writeHead(refusal.status, { 'x-amzn-errortype': refusal.error });
        response.end(JSON.stringify({ message: refusal.message }));
        return;
      }
      received.push(message);
      response.end(JSON.stringify({ MessageId: `message-${received.length}` }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const client = (port = (server.address() as AddressInfo).port): SESv2Client =>
  new SESv2Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });

describe('sending a digest', () => {
  test('sends each recipient a message of their own, the same for all', async () => {
    const to = ['a@example.com', 'b@example.com', 'a@example.com'];
    const delivery = await sendDigest({ ses: client(), from: FROM, to, digest });
    expect(delivery).toEqual({
      sent: [
        { to: 'a@example.com', messageId: 'message-1' },
        { to: 'b@example.com', messageId: 'message-2' },
      ],
      rejected: [],
      skipped: false,
    });
    expect(received.map(({ Destination }) => Destination.ToAddresses)).toEqual([
      ['a@example.com'],
      ['b@example.com'],
    ]);
    expect(received[0]?.Content).toEqual(received[1]?.Content);
    expect(received[0]?.Content.Simple.Subject.Data).toBe(digest.subject);
    expect(received[0]?.Content.Simple.Body.Html.Data).toMatch(/^<!DOCTYPE html/);
    expect(received[0]?.Content.Simple.Body.Text.Data).toMatch(/^AI security posture\n/);
  });

  test('reports whom SES refused and why, and sends to the others', async () => {
    refusals.set('b@example.com', {
      status: 400,
      error: 'MessageRejected',
      message: 'Email address is not verified.',
    });
    refusals.set('c@example.com', { status: 403, error: 'AccessDeniedException', message: 'not authorized' });
    refusals.set('d@example.com', { status: 429, error: 'TooManyRequestsException', message: 'slow down' });
    const to = ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com', 'e@example.com'];
    const { sent, rejected } = await sendDigest({ ses: client(), from: FROM, to, digest });
    expect(sent.map((one) => one.to)).toEqual(['a@example.com', 'e@example.com']);
    expect(rejected).toEqual([
      { to: 'b@example.com', reason: 'MessageRejected', detail: 'Email address is not verified.' },
      { to: 'c@example.com', reason: 'AccessDeniedException', detail: 'not authorized' },
      { to: 'd@example.com', reason: 'TooManyRequestsException', detail: 'slow down' },
    ]);
  });

  test('reports everybody when SES cannot be reached', async () => {
    const port = (server.address() as AddressInfo).port;
    await new Promise((closed) => server.close(closed));
    const { sent, rejected } = await sendDigest({
      ses: client(port),
      from: FROM,
      to: ['a@example.com'],
      digest,
    });
    expect(sent).toEqual([]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({
      to: 'a@example.com',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test.each([
    'a@example.com\r\nBcc: victim@example.com',
    'a@example.com, victim@example.com',
    'Name <a@example.com>',
    'a@example.com\n',
    '',
    'nobody',
  ])('refuses %j as a recipient without asking SES', async (to) => {
    const { sent, rejected } = await sendDigest({ ses: client(), from: FROM, to: [to], digest });
    expect(sent).toEqual([]);
    expect(rejected).toMatchObject([{ to, reason: 'InvalidAddress' }]);
    expect(received).toEqual([]);
  });

  test.each([
    'a@example.com\r\nBcc: b@example.com',
    'A\r\nB <a@example.com>',
    'A <a@example.com> <b@example.com>',
    'nobody',
  ])('does not start with %j as the sender', async (from) => {
    await expect(sendDigest({ ses: client(), from, to: ['a@example.com'], digest })).rejects.toThrow(
      RangeError,
    );
  });

  test('takes a sender with a display name', async () => {
    const from = 'AI posture <posture@example.com>';
    expect((await sendDigest({ ses: client(), from, to: ['a@example.com'], digest })).sent).toHaveLength(1);
  });

  test('lets no line break into the subject, even of a digest that was made elsewhere', async () => {
    const subject = 'posture\r\nBcc: victim@example.com\u2028x\u0000\uD800';
    await sendDigest({ ses: client(), from: FROM, to: ['a@example.com'], digest: { ...digest, subject } });
    expect(received[0]?.Content.Simple.Subject.Data).toBe('posture Bcc: victim@example.com x \uFFFD');
  });

  test('sends an empty digest unless told to skip it', async () => {
    const post = { ses: client(), from: FROM, to: ['a@example.com'], digest: nothing };
    expect((await sendDigest(post)).sent).toHaveLength(1);
    expect(await sendDigest({ ...post, skipEmpty: true })).toEqual({ sent: [], rejected: [], skipped: true });
    expect((await sendDigest({ ...post, digest, skipEmpty: true })).sent).toHaveLength(1);
  });
});
