import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { SourceChanged, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { type HttpOptions, openHttp, redirected, shownAddress } from '#shared/model-files/bytes/http.ts';
import type { Resolve } from '#shared/model-files/bytes/reach.ts';
import { type Fault, type Loopback, numbered, sendRange, startLoopback } from './loopback.ts';

const content = numbered(100_000);
const OPTIONS: HttpOptions = { reach: 'named-loopback', retrying: { waitMilliseconds: 1 } };
const servers: Loopback[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Loopback> {
  const server = await startLoopback(answer);
  servers.push(server);
  return server;
}

/** Serves the content, with one fault a request from the first on, and none after that. */
const faulty = (faults: readonly Fault[], versions: readonly string[] = ['"v1"']) => {
  let count = 0;
  return serve((request, response) => {
    const etag = versions[Math.min(count, versions.length - 1)] ?? '';
    const fault = faults[count] ?? 'none';
    count += 1;
    sendRange(response, content, request.headers.range, etag === '' ? {} : { etag }, fault);
  });
};

const open = (server: Loopback, options = OPTIONS) =>
  openHttp(new URL(`${server.origin}/weights.bin`), options);

describe('a file behind HTTP', () => {
  it('is read by ranges of one version, and opening it reads what a reader wants first', async () => {
    const server = await faulty([]);
    const source = await open(server);
    expect([source.size, source.version]).toEqual([100_000, '"v1"']);
    expect(Buffer.from(await source.read(0, 4096))).toEqual(content.subarray(0, 4096));
    expect(server.requests).toHaveLength(1);
    expect(Buffer.from(await source.read(50_000, 10))).toEqual(content.subarray(50_000, 50_010));
    expect(Buffer.from(await source.read(99_999, 10))).toEqual(content.subarray(99_999));
    expect(await source.read(100_000, 10)).toHaveLength(0);
    expect(server.requests.map(({ headers }) => [headers.range, headers['if-range']])).toEqual([
      ['bytes=0-4095', undefined],
      ['bytes=50000-50009', '"v1"'],
      ['bytes=99999-99999', '"v1"'],
    ]);
    expect(server.requests.every(({ headers }) => headers['accept-encoding'] === 'identity')).toBe(true);
    await source.close();
  });

  it('is told by its name without login, query and fragment', async () => {
    const server = await faulty([]);
    const address = new URL(`${server.origin}/a%20b.bin?sig=SECRET#part`);
    address.username = 'ana';
    address.password = 'pass';
    const source = await openHttp(address, OPTIONS);
    expect(source.name).toBe(`${server.origin}/a%20b.bin`);
    expect(server.requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('ana:pass').toString('base64')}`,
    );
    expect(shownAddress(address)).not.toMatch(/SECRET|pass|ana/);
    await source.close();
  });

  it.each([
    ['another ETag', faulty.bind(undefined, [], ['"v1"', '"v2"'])],
    ['no ETag any more', faulty.bind(undefined, [], ['"v1"', ''])],
    ['another ETag with the whole', faulty.bind(undefined, ['none', 'ranges ignored'], ['"v1"', '"v2"'])],
    ['a weak ETag that changes', faulty.bind(undefined, [], ['W/"v1"', 'W/"v2"'])],
    ['nothing there', faulty.bind(undefined, ['none', 'gone'])],
  ])('is an error once the server has %s', async (_what, start) => {
    const source = await open(await start());
    await expect(source.read(50_000, 10)).rejects.toThrow(SourceChanged);
    await source.close();
  });

  it('is an error once its size is another', async () => {
    let count = 0;
    const server = await serve((request, response) =>
      sendRange(response, count++ === 0 ? content : content.subarray(1), request.headers.range, {}, 'none'),
    );
    const source = await open(server);
    expect(source.version).toBeUndefined();
    await expect(source.read(50_000, 10)).rejects.toThrow('it was 100000 bytes long and is 99999 now');
    await source.close();
  });

  it('is asked for again while the server is busy, and not for ever', async () => {
    const server = await faulty(['busy', 'busy', 'none', 'busy', 'short body', 'none']);
    const source = await open(server);
    expect(Buffer.from(await source.read(50_000, 10))).toEqual(content.subarray(50_000, 50_010));
    expect(server.requests).toHaveLength(6);
    const busy = await faulty(Array.from({ length: 50 }, () => 'busy' as const));
    await expect(open(busy)).rejects.toThrow('the server answered with 503, 4 times in a row');
    expect(busy.requests).toHaveLength(4);
    await source.close();
  });

  it('is not waited for when the server asks for hours', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': '7200' }).end(),
    );
    await expect(open(server)).rejects.toThrow('429, 1 time in a row');
  });

  it.each([
    ['other range', 'another range than it was asked for'],
    ['length that lies', 'another range than it was asked for'],
    ['more than asked', 'another range than it was asked for'],
    ['short body', 'the connection failed'],
    ['ranges ignored', 'ranges only sometimes'],
    ['denied', 'the server denies it (403)'],
  ] as const)('is unreadable where the server answers with %s', async (fault, message) => {
    const source = await open(await faulty(['none', fault, fault, fault, fault]));
    const error = await source.read(50_000, 10).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceUnreadable);
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain('ana@example.com');
    await source.close();
  });

  it('is unreadable where the server does not answer in time', async () => {
    const server = await faulty(['hangs', 'hangs']);
    const options = { ...OPTIONS, timeoutMilliseconds: 50, retrying: { attempts: 2, waitMilliseconds: 1 } };
    await expect(open(server, options)).rejects.toThrow('the server took too long, 2 times in a row');
  });

  it('is unreadable where it comes compressed', async () => {
    const server = await serve((request, response) =>
      sendRange(response, content, request.headers.range, { 'content-encoding': 'gzip' }, 'none'),
    );
    await expect(open(server)).rejects.toThrow('compressed');
  });

  it('is taken whole from a server without ranges, up to a size', async () => {
    const server = await faulty(['ranges ignored', 'ranges ignored']);
    const source = await open(server);
    expect(Buffer.from(await source.read(50_000, 10))).toEqual(content.subarray(50_000, 50_010));
    expect(server.requests).toHaveLength(1);
    await source.close();
    await expect(open(server, { ...OPTIONS, mostWhole: 1000 })).rejects.toThrow('gives no ranges');
  });

  it('is not taken beyond that size where the server does not say how much comes', async () => {
    const server = await serve((_request, response) => {
      const pour = () => {
        if (!response.destroyed && response.write(Buffer.alloc(65_536))) setImmediate(pour);
      };
      response.on('drain', pour);
      pour();
    });
    await expect(open(server, { ...OPTIONS, mostWhole: 200_000 })).rejects.toThrow(
      'more than it was asked for',
    );
  });

  it('may be empty', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(416, { 'content-range': 'bytes */0' }).end(),
    );
    const source = await open(server);
    expect([source.size, (await source.read(0, 10)).length]).toEqual([0, 0]);
    await source.close();
  });
});

describe('redirects', () => {
  const redirecting = (location: (path: string) => string) =>
    serve((request, response) => {
      if (request.url === '/end')
        return sendRange(response, content, request.headers.range, { etag: '"v"' }, 'none');
      response.writeHead(302, { location: location(request.url ?? '') }).end();
    });

  it('are followed, five at most', async () => {
    const next = (path: string) => (Number(path.slice(1)) === 1 ? '/end' : `/${Number(path.slice(1)) - 1}`);
    const server = await redirecting(next);
    const source = await openHttp(new URL(`${server.origin}/5`), OPTIONS);
    expect(source.name).toBe(`${server.origin}/5`);
    expect(Buffer.from(await source.read(50_000, 5))).toEqual(content.subarray(50_000, 50_005));
    expect(server.requests.at(-1)?.line).toBe('GET /end');
    await source.close();
    await expect(openHttp(new URL(`${server.origin}/6`), OPTIONS)).rejects.toThrow('more than 5 times');
  });

  it.each([
    ['the metadata of the machine', 'http://169.254.169.254/latest/meta-data/', 'private network'],
    ['a private network', 'http://10.0.0.1/', 'private network'],
    ['a file', 'file:///etc/passwd', 'file: is not read from'],
  ])('do not lead to %s', async (_what, location, message) => {
    const server = await redirecting(() => location);
    await expect(openHttp(new URL(`${server.origin}/`), OPTIONS)).rejects.toThrow(message);
  });

  it('do not lead from https to what is not encrypted', () => {
    const from = { address: new URL('https://model.example/a') };
    expect(() => redirected(from, 'http://model.example/a')).toThrow('from https');
    expect(redirected(from, '//other.example/b').address.href).toBe('https://other.example/b');
  });

  it('do not take the login to another host', async () => {
    const other = await faulty([]);
    const server = await redirecting(() => `${other.origin}/end`);
    const address = new URL(server.origin);
    address.username = 'ana';
    const source = await openHttp(address, OPTIONS);
    expect(server.requests[0]?.headers.authorization).toBeDefined();
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    await source.close();
  });
});

describe('hosts', () => {
  it('on this machine are reached only where they are named, and only where that is allowed', async () => {
    const server = await faulty([]);
    await expect(openHttp(new URL(server.origin), { ...OPTIONS, reach: 'public' })).rejects.toThrow(
      'private network',
    );
    const { port } = new URL(server.origin);
    const resolve: Resolve = (_host, _all, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
    const elsewhere = openHttp(new URL(`http://model.example:${port}/`), {
      ...OPTIONS,
      resolve,
    });
    await expect(elsewhere).rejects.toThrow('private network');
    expect(server.requests).toHaveLength(0);
  });
});
