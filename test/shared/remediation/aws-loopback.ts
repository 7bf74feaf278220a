import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '#shared/model/json.ts';

export interface WriteRequest {
  readonly operation: string;
  readonly owner: string | undefined;
  readonly body: string;
}

/**
 * The operations of S3 and Bedrock that remediations send, with their state. `refuse` answers an operation
 * with an error code; `loseReplyOf` makes the write and then cuts the connection.
 */
export interface AwsLoopback {
  readonly endpoint: string;
  readonly blocks: Map<string, JsonObject>;
  logging: JsonObject | undefined;
  readonly writes: WriteRequest[];
  readonly refuse: Map<string, { readonly status: number; readonly code: string }>;
  readonly loseReplyOf: Set<string>;
  /** How many reads of a bucket's block after a write still show what was there before it. */
  staleReads: number;
  close(): Promise<void>;
}

const FLAGS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

export async function startAwsLoopback(): Promise<AwsLoopback> {
  const blocks = new Map<string, JsonObject>();
  const writes: WriteRequest[] = [];
  const refuse: AwsLoopback['refuse'] = new Map();
  const loseReplyOf = new Set<string>();
  let earlier: { readonly block: JsonObject | undefined; reads: number } = { block: undefined, reads: 0 };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://loopback');
    const verb = { GET: 'Get', PUT: 'Put', DELETE: 'Delete' }[request.method ?? ''] ?? request.method;
    const isS3 = url.searchParams.has('publicAccessBlock');
    const operation = isS3
      ? `s3:${verb}PublicAccessBlock`
      : `bedrock:${verb}ModelInvocationLoggingConfiguration`;
    if (!isS3 && url.pathname !== '/logging/modelinvocations') throw new Error(`unexpected ${url.pathname}`);
    const refusal = refuse.get(operation);
    const owner = request.headers['x-amz-expected-bucket-owner'];
    if (verb !== 'Get') writes.push({ operation, owner: Array.isArray(owner) ? owner.join() : owner, body });
    if (refusal) (isS3 ? s3Error : bedrockError)(response, refusal);
    else if (isS3)
      s3(operation, decodeURIComponent(url.pathname.slice(1)).replace(/\/$/, ''), body, response);
    else bedrock(operation, body, response);
  }

  function reply(operation: string, response: ServerResponse, status: number, text: string): void {
    if (loseReplyOf.has(operation)) response.destroy();
    else response.writeHead(status).end(text);
  }

  function s3(operation: string, bucket: string, body: string, response: ServerResponse): void {
    if (operation === 's3:GetPublicAccessBlock') {
      readBlock(bucket, response);
      return;
    }
    earlier = { block: blocks.get(bucket), reads: loopback.staleReads };
    if (operation === 's3:PutPublicAccessBlock')
      blocks.set(
        bucket,
        Object.fromEntries(
          FLAGS.flatMap((flag) => {
            const value = new RegExp(`<${flag}>(true|false)</${flag}>`).exec(body)?.[1];
            return value === undefined ? [] : [[flag, value === 'true']];
          }),
        ),
      );
    else if (operation === 's3:DeletePublicAccessBlock') blocks.delete(bucket);
    reply(operation, response, operation.includes('Delete') ? 204 : 200, '');
  }

  function readBlock(bucket: string, response: ServerResponse): void {
    const isStale = earlier.reads > 0;
    if (isStale) earlier.reads -= 1;
    const block = isStale ? earlier.block : blocks.get(bucket);
    if (!block) {
      s3Error(response, { status: 404, code: 'NoSuchPublicAccessBlockConfiguration' });
      return;
    }
    const flags = FLAGS.map((flag) => `<${flag}>${block[flag]}</${flag}>`).join('');
    const root = 'PublicAccessBlockConfiguration';
    response.writeHead(200).end(`<?xml version="1.0"?><${root}>${flags}</${root}>`);
  }

  function bedrock(operation: string, body: string, response: ServerResponse): void {
    if (operation.includes('Put')) loopback.logging = JSON.parse(body).loggingConfig;
    else if (operation.includes('Delete')) loopback.logging = undefined;
    const isRead = operation.includes('Get') && loopback.logging !== undefined;
    reply(operation, response, 200, JSON.stringify(isRead ? { loggingConfig: loopback.logging } : {}));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const loopback: AwsLoopback = {
    endpoint: `http://127.0.0.1:${port}`,
    blocks,
    logging: undefined,
    writes,
    refuse,
    loseReplyOf,
    staleReads: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return loopback;
}

/** An error message such as S3 sends: it quotes who called. */
const SPOKEN = 'User: arn:aws:sts::111122223333:assumed-role/secret-name is not authorized';

function s3Error(response: ServerResponse, { status, code }: { status: number; code: string }): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${SPOKEN}</Message></Error>`);
}

function bedrockError(response: ServerResponse, { status, code }: { status: number; code: string }): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': code })
    .end(JSON.stringify({ message: SPOKEN }));
}
