import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request as secureRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UnsecuredJWT } from 'jose';
import { azureContainer } from '#connectors/objects/azure-blob.ts';
import { type Certificate, loopbackCertificate } from '../../../../deploy/certificate.ts';
import { run } from '../../../../deploy/run-command.ts';
import type { Content } from '../content.ts';
import { type Store, Tally } from './store.ts';

/** Microsoft's emulator, MIT. 245 MB with what it needs, so that it is installed when it is asked for. */
const AZURITE = 'azurite@3.37.0';
const INSTALLED = join(import.meta.dirname, '../../../../../.cache', AZURITE);

/** The one account that it has, and its container. */
const ACCOUNT = 'devstoreaccount1';
const CONTAINER = 'models';
const API_VERSION = '2023-11-03';
const BLOCK_BYTES = 64 * 1024 * 1024;
const LONGEST_START_MILLISECONDS = 60_000;
const LATER_SECONDS = 3600;

async function installed(): Promise<string> {
  const program = join(INSTALLED, 'node_modules/azurite/dist/src/blob/main.js');
  if (existsSync(program)) return program;
  mkdirSync(INSTALLED, { recursive: true });
  const quietly = ['--no-save', '--no-fund', '--no-audit', '--ignore-scripts', '--loglevel=error'];
  try {
    await run('npm', ['install', '--prefix', INSTALLED, ...quietly, AZURITE]);
  } catch (error) {
    rmSync(INSTALLED, { recursive: true, force: true });
    throw error;
  }
  return program;
}

/** Of the form of those of Entra ID: Azurite looks at who issued it, for what and until when, and not at a signature. */
function token(): string {
  const now = Math.floor(Date.now() / 1000);
  return new UnsecuredJWT({})
    .setIssuer('https://sts.windows.net/00000000-0000-0000-0000-000000000000/')
    .setAudience('https://storage.azure.com')
    .setIssuedAt(now - 60)
    .setNotBefore(now - 60)
    .setExpirationTime(now + LATER_SECONDS)
    .encode();
}

/** Azurite by HTTPS, as it takes tokens nowhere else, and before it a server that counts what comes out of it. */
export async function startAzurite(): Promise<Store> {
  const program = await installed();
  const folder = await mkdtemp(join(tmpdir(), 'aispm-azurite-'));
  const stopping: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const stop of stopping.splice(0).reverse()) await stop();
  };
  try {
    const certificate = await loopbackCertificate(folder);
    const process = startProcess(program, folder, certificate);
    stopping.push(() => ended(process));
    const origin = await listening(process);
    const tally = new Tally();
    const counting = await startCounting(origin, certificate, tally);
    stopping.push(() => counting.close());
    const send = (path: string, body: Buffer | string): Promise<void> =>
      sendTo(`${origin}/${ACCOUNT}/${CONTAINER}${path}`, body);
    await send('?restype=container', '');
    const credential = {
      getToken: async () => ({ token: token(), expiresOnTimestamp: Date.now() + LATER_SECONDS * 1000 }),
    };
    const endpoint = `${counting.origin}/${ACCOUNT}`;
    return {
      place: `az://${ACCOUNT}/${CONTAINER}`,
      bucket: azureContainer({ credential, account: ACCOUNT, container: CONTAINER, endpoint }),
      put: (name, content) => putBlocks(name, content, send),
      served: () => tally.taken(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function startProcess(program: string, folder: string, { certificate, key }: Certificate): ChildProcess {
  const place = ['--blobHost', '127.0.0.1', '--blobPort', '0', '--location', join(folder, 'blobs')];
  const secured = ['--oauth', 'basic', '--cert', certificate, '--key', key];
  return spawn(process.execPath, [program, ...place, ...secured, '--disableTelemetry'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function listening(azurite: ChildProcess): Promise<string> {
  if (azurite.stdout === null) throw new Error('Azurite has no output');
  const timer = setTimeout(() => azurite.kill(), LONGEST_START_MILLISECONDS);
  try {
    for await (const line of createInterface({ input: azurite.stdout })) {
      const [origin] = /https:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (origin !== undefined && line.includes('successfully listen')) {
        // What it says of each request is not kept, and must not fill the pipe.
        azurite.stdout.resume();
        return origin;
      }
    }
    throw new Error('Azurite ended before it listened');
  } finally {
    clearTimeout(timer);
  }
}

async function ended(azurite: ChildProcess): Promise<void> {
  if (azurite.exitCode !== null || azurite.signalCode !== null) return;
  const closed = once(azurite, 'exit');
  azurite.kill('SIGKILL');
  await closed;
}

/** Put Block and Put Block List: https://learn.microsoft.com/rest/api/storageservices/put-block */
async function putBlocks(
  name: string,
  content: Content,
  send: (path: string, body: Buffer | string) => Promise<void>,
): Promise<void> {
  const blob = `/${name.split('/').map(encodeURIComponent).join('/')}`;
  const ids: string[] = [];
  for (let from = 0; from < content.size; from += BLOCK_BYTES) {
    const id = Buffer.from(String(ids.length).padStart(6, '0')).toString('base64');
    await send(`${blob}?comp=block&blockid=${encodeURIComponent(id)}`, content.read(from, BLOCK_BYTES));
    ids.push(id);
  }
  const latest = ids.map((id) => `<Latest>${id}</Latest>`).join('');
  await send(`${blob}?comp=blocklist`, `<?xml version="1.0"?><BlockList>${latest}</BlockList>`);
}

const agent = new Agent({ keepAlive: true });

async function sendTo(address: string, body: Buffer | string): Promise<void> {
  const headers = {
    authorization: `Bearer ${token()}`,
    'x-ms-version': API_VERSION,
    'content-length': Buffer.byteLength(body),
  };
  const reply = await new Promise<IncomingMessage>((replied, failed) => {
    secureRequest(address, { method: 'PUT', headers, agent }, replied).on('error', failed).end(body);
  });
  const text = (await reply.toArray()).join('');
  if (reply.statusCode !== 201) throw new Error(`Azurite answered with ${reply.statusCode}: ${text}`);
}

async function startCounting(target: string, { certificate, key }: Certificate, tally: Tally) {
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    tally.request();
    const { method, headers } = incoming;
    const onward = secureRequest(`${target}${incoming.url}`, { method, headers, agent }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on('data', (bytes: Buffer) => tally.body(bytes.length));
      reply.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, pass);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
