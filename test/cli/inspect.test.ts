import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { targetOf } from '#cli/inspect/targets.ts';
import { googleBucket } from '#connectors/objects/google-storage.ts';
import { KEY, type Store, startGoogle } from '#test/connectors/objects/stores.ts';
import { type Loopback, sendRange, startLoopback } from '#test/shared/model-files/loopback.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Of no format: what no parser claims may be anything. */
const UNKNOWN = Buffer.from('\u0007 of no format that anybody knows '.repeat(50));

let terminal: Terminal;
let store: Store;
let web: Loopback;
let models: string;

beforeAll(async () => {
  store = await startGoogle();
  web = await startLoopback((request, response) =>
    sendRange(response, UNKNOWN, request.headers.range, { etag: '"v"' }, 'none'),
  );
  const credential = {
    getToken: async () => ({ token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  terminal = await openTerminal([], async () =>
    googleBucket({
      credential,
      bucket: 'models-bucket',
      endpoint: store.origin,
      retrying: { waitMilliseconds: 1 },
    }),
  );
  models = path.join(terminal.folder, 'models');
  await mkdir(path.join(models, 'deep', '.cache'), { recursive: true });
  await writeFile(path.join(models, 'a.bin'), UNKNOWN);
  await writeFile(path.join(models, 'README.md'), UNKNOWN);
  await writeFile(path.join(models, 'deep', 'b.bin'), UNKNOWN);
  await writeFile(path.join(models, 'deep', '.hidden.bin'), UNKNOWN);
  await writeFile(path.join(models, 'deep', '.cache', 'c.bin'), UNKNOWN);
  await symlink('a.bin', path.join(models, 'inward'));
  await symlink(path.join('deep', '.cache', 'c.bin'), path.join(models, 'to-hidden'));
  await symlink('/etc/hostname', path.join(models, 'outward'));
  await symlink('.', path.join(models, 'deep', 'around'));
});
afterAll(async () => {
  await terminal.close();
  await store.close();
  await web.close();
});

const Report = z.looseObject({
  inspections: z.array(
    z.looseObject({
      name: z.string(),
      status: z.string(),
      verdict: z.string(),
      bytes: z.number().optional(),
      notRead: z.array(z.looseObject({ why: z.string() })),
    }),
  ),
  skipped: z.array(z.strictObject({ name: z.string(), why: z.string() })),
  unseen: z.array(z.strictObject({ name: z.string(), why: z.string() })),
});
async function inspected(...argv: string[]) {
  const { code, stdout, stderr } = await terminal.aispm('inspect', ...argv, '--json');
  return { code, stderr, report: Report.parse(JSON.parse(stdout)) };
}

describe('aispm inspect', () => {
  it('ends with 3 where a file is of no known format, for nothing is known of it', async () => {
    const { code, stdout, stderr } = await terminal.aispm('inspect', path.join(models, 'a.bin'));
    expect(code).toBe(3);
    expect(stdout).toContain('it is of no format that is known');
    expect(stdout).toContain('1 file: 1 to review; 1 not read to the end.');
    expect(stderr).toBe('');
  });

  it('ends with 1 where a file is at the bar', async () => {
    const file = path.join(models, 'a.bin');
    expect((await terminal.aispm('inspect', file, '--fail-on', 'review')).code).toBe(1);
    expect((await terminal.aispm('inspect', file, '--fail-on', 'dangerous')).code).toBe(3);
    expect((await terminal.aispm('inspect', file, '--fail-on', 'never')).code).toBe(3);
  });

  it('looks into a folder and those below, and tells what it left out', async () => {
    const { code, report, stderr } = await inspected(models);
    expect(stderr).toBe('inspecting 3 files\n');
    const relative = ({ name }: { name: string }) => path.relative(models, name);
    expect(report.inspections.map(relative)).toEqual(['README.md', 'a.bin', 'deep/b.bin']);
    expect(report.skipped.map((each) => [relative(each), each.why])).toEqual([
      ['inward', 'it is a link to what is inspected under its own name'],
      ['deep/.cache', 'it is hidden'],
      ['deep/.hidden.bin', 'it is hidden'],
      ['deep/around', 'it is a link to what is inspected under its own name'],
    ]);
    expect(report.unseen.map(relative)).toEqual(['outward', 'to-hidden']);
    expect(code).toBe(3);
  });

  it('leaves out what is excluded', async () => {
    const { report } = await inspected(models, '--exclude', '*.md', '--exclude', 'b.*');
    expect(report.inspections.map(({ name }) => path.basename(name))).toEqual(['a.bin']);
    expect(report.skipped.map(({ name, why }) => [path.basename(name), why])).toContainEqual([
      'README.md',
      'it is excluded',
    ]);
  });

  it('follows a link that is named', async () => {
    const { report } = await inspected(path.join(models, 'inward'));
    expect(report.inspections[0]?.bytes).toBe(UNKNOWN.length);
  });

  it('reads over the web, and shows no query', async () => {
    const { report, code } = await inspected(`${web.origin}/a.bin?sig=SECRET`);
    expect(report.inspections[0]?.name).toBe(`${web.origin}/a.bin`);
    expect(report.inspections[0]?.bytes).toBe(UNKNOWN.length);
    expect(JSON.stringify(report)).not.toContain('SECRET');
    expect(code).toBe(3);
  });

  it('takes no more than it is allowed to from a server without ranges', async () => {
    const server = await startLoopback((_request, response) => response.end(UNKNOWN));
    const { report } = await inspected(`${server.origin}/a.bin`, '--max-bytes', '1K');
    expect(report.inspections[0]?.notRead[0]?.why).toContain('larger than the 1024 bytes');
    await server.close();
  });

  it('stays out of private networks, and away from where machines get their credentials', async () => {
    const { report } = await inspected(
      'http://10.0.0.1/a.bin',
      'http://169.254.169.254/latest/meta-data/iam',
    );
    expect(report.inspections.map(({ status, verdict }) => [status, verdict])).toEqual([
      ['error', 'review'],
      ['error', 'review'],
    ]);
    expect(report.inspections[1]?.notRead[0]?.why).toContain('private network');
  });

  it('reads objects and prefixes of buckets', async () => {
    const { report } = await inspected(
      `gs://models-bucket/${KEY}`,
      'gs://models-bucket/models/',
      '--exclude',
      'c.*',
    );
    expect(report.inspections.map(({ name, bytes }) => [name, bytes])).toEqual([
      [`gs://models-bucket/${KEY}`, 50_000],
      ['gs://models-bucket/models/a.bin', undefined],
      ['gs://models-bucket/models/b.bin', undefined],
    ]);
    expect(report.inspections[1]?.notRead[0]?.why).toContain('there is no such object');
    expect(report.skipped).toEqual([{ name: 'gs://models-bucket/models/c.bin', why: 'it is excluded' }]);
  });

  it('ends with 3 where a prefix may not be listed, and names the permission', async () => {
    store.faults.push('denied');
    const { code, report } = await inspected('gs://models-bucket/models/');
    expect(report.unseen[0]?.why).toContain('storage.objects.list');
    expect([code, report.inspections]).toEqual([3, []]);
  });

  it.each([
    [['nowhere.bin'], 'there is no such file or folder'],
    [['ftp://host/x'], 'nothing is read from ftp://'],
    [['az://Account/c/b'], 'az://account/container/blob is wanted'],
    [['az://acc/con/blob?sv=1&sig=SECRET'], 'is read with your login'],
    [['s3://'], 'there is no bucket of that name'],
    [['https://host/models/'], 'a web server lists no files'],
    [['a.bin', '--max-bytes', '0'], '--max-bytes: a number of bytes is wanted'],
    [['a.bin', '--timeout', 'long'], '--timeout: a number of seconds is wanted'],
    [['a.bin', '--fail-on', 'high'], '--fail-on'],
    [[], "missing required argument 'what'"],
  ])('ends with 2 for %j', async (argv, message) => {
    const { code, stderr, stdout } = await terminal.aispm('inspect', ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('SECRET');
  });

  it('reads no more than it is allowed to', async () => {
    const { report, code } = await inspected(path.join(models, 'a.bin'), '--max-bytes', '1K');
    expect(report.inspections[0]?.notRead[0]?.why).toBe('more than 1024 bytes would be read');
    expect(code).toBe(3);
  });

  it.each(['sarif', 'cyclonedx'])('writes %s to a file', async (format) => {
    const output = path.join(terminal.folder, `out.${format}`);
    const { stdout } = await terminal.aispm(
      ...['inspect', path.join(models, 'a.bin'), '--format', format, '--output', output],
    );
    expect(stdout).toBe('');
    const written: unknown = JSON.parse(await readFile(output, 'utf8'));
    expect(JSON.stringify(written)).toContain('a.bin');
  });

  it('explains itself, with examples and exit codes', async () => {
    const { stdout, code } = await terminal.aispm('inspect', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('s3://bucket/key');
    expect(stdout).toContain('Exit codes');
  });
});

describe('what is named', () => {
  it.each([
    ['model.pt', { kind: 'path', path: 'model.pt' }],
    ['C:\\models\\x.pt', { kind: 'path', path: 'C:\\models\\x.pt' }],
    ['s3://b-1/a/b?c#d', { kind: 'object', place: { cloud: 'aws', bucket: 'b-1' }, object: 'a/b?c#d' }],
    ['s3://b-1', { kind: 'prefix', place: { cloud: 'aws', bucket: 'b-1' }, prefix: '' }],
    ['gs://b-1/a/', { kind: 'prefix', place: { cloud: 'gcp', bucket: 'b-1' }, prefix: 'a/' }],
    [
      'az://acc/con/a/b.bin',
      { kind: 'object', place: { cloud: 'azure', account: 'acc', container: 'con' }, object: 'a/b.bin' },
    ],
    [
      'https://acc.blob.core.windows.net/con/a%20b.bin',
      { kind: 'object', place: { cloud: 'azure', account: 'acc', container: 'con' }, object: 'a b.bin' },
    ],
  ])('%s', (word, target) => {
    expect(targetOf(word)).toEqual(target);
  });

  it.each([
    'https://acc.blob.core.windows.net/con/b?sig=x',
    'https://acc.blob.core.windows.net.evil.example/con/b',
    'http://acc.blob.core.windows.net/con/b',
    'https://evil.example/acc.blob.core.windows.net/con/b',
  ])('%s gets no token of ours', (word) => {
    expect(targetOf(word).kind).toBe('web');
  });
});
