import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keyPair, modelSignature } from '#test/shared/model-files/signature-builder.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const PUBLISHER = keyPair();
const STRANGER = keyPair();
const FILES = {
  'config.json': Buffer.from('{"model_type":"bert","architectures":["Churn"]}'),
  'tokenizer/vocabulary.json': Buffer.from('{"model_type":"bert"}'),
};

const Report = z.looseObject({
  inspections: z.array(
    z.looseObject({
      name: z.string(),
      verdict: z.string(),
      status: z.string(),
      observations: z.array(z.looseObject({ rule: z.string(), effect: z.string() })),
    }),
  ),
});

let terminal: Terminal;
let folder: string;
let number = 0;
beforeAll(async () => {
  terminal = await openTerminal([]);
  await writeFile(path.join(terminal.folder, 'publisher.pem'), PUBLISHER.pem);
  await writeFile(path.join(terminal.folder, 'stranger.pem'), STRANGER.pem);
});
afterAll(() => terminal.close());
beforeEach(async () => {
  number += 1;
  folder = path.join(terminal.folder, `model-${number}`);
  await mkdir(path.join(folder, 'tokenizer'), { recursive: true });
  for (const [name, bytes] of Object.entries(FILES)) await writeFile(path.join(folder, name), bytes);
  await writeFile(path.join(folder, 'model.sig'), modelSignature(PUBLISHER, FILES));
});

const key = (name: string): string[] => ['--public-key', path.join(terminal.folder, `${name}.pem`)];
async function inspect(...flags: string[]) {
  const { code, stdout, stderr } = await terminal.aispm('inspect', folder, '--json', ...flags);
  const { inspections } = Report.parse(JSON.parse(stdout));
  const rules = inspections.map(({ name, verdict, observations }) => {
    const signatures = observations.filter(({ rule }) => rule.startsWith('signature.'));
    return `${path.relative(folder, name)} ${verdict}: ${signatures.map(({ rule, effect }) => `${rule} ${effect}`).join(', ')}`;
  });
  return { code, stderr, rules: rules.sort() };
}

describe('aispm inspect of a folder with a signature', () => {
  it('tells that it is signed, and does not say that this was verified', async () => {
    const { code, rules } = await inspect();
    expect(rules).toEqual([
      'config.json clean: ',
      'model.sig clean: signature.of-model note',
      'tokenizer/vocabulary.json clean: ',
    ]);
    expect(code).toBe(0);
  });

  it('verifies it and what it covers', async () => {
    const { code, rules } = await inspect(...key('publisher'), '--verify-digests');
    expect(rules).toEqual([
      'config.json clean: signature.same note',
      'model.sig clean: signature.of-model note, signature.verified note',
      'tokenizer/vocabulary.json clean: signature.same note',
    ]);
    expect(code).toBe(0);
  });

  it('is not complete where nothing was compared', async () => {
    expect((await inspect(...key('publisher'))).code).toBe(3);
  });

  it('finds a file that was changed, and one that was added, after the model was signed', async () => {
    await writeFile(path.join(folder, 'config.json'), '{"model_type":"gpt2","architectures":["Other"]}');
    await writeFile(path.join(folder, 'added.json'), '{"model_type":"bert"}');
    const { code, rules } = await inspect(...key('publisher'), '--verify-digests');
    expect(rules).toEqual([
      'added.json review: signature.extra review',
      'config.json dangerous: signature.differs dangerous',
      'model.sig clean: signature.of-model note, signature.verified note',
      'tokenizer/vocabulary.json clean: signature.same note',
    ]);
    expect(code).toBe(1);
  });

  it('has files of nobody who is trusted reviewed', async () => {
    const { code, rules } = await inspect(...key('stranger'), '--verify-digests', '--fail-on', 'review');
    expect(rules).toEqual([
      'config.json review: signature.unsigned review',
      'model.sig review: signature.of-model note, signature.untrusted review',
      'tokenizer/vocabulary.json review: signature.unsigned review',
    ]);
    expect(code).toBe(1);
  });

  it('finds a signature dangerous that was changed after it was made', async () => {
    const changed = modelSignature(PUBLISHER, FILES, { payload: (statement) => ({ ...statement, more: 1 }) });
    await writeFile(path.join(folder, 'model.sig'), changed);
    const { rules } = await inspect(...key('publisher'), '--verify-digests');
    expect(rules).toContain('model.sig dangerous: signature.of-model note, signature.invalid dangerous');
    expect(rules).toContain('config.json review: signature.unsigned review');
  });

  it.each([
    [['--public-key', 'nowhere.pem'], '--public-key nowhere.pem: there is no such file'],
    [['--public-key', 'package.json'], '--public-key package.json: one public key as PEM is wanted'],
    [
      ['--certificate-chain', 'package.json'],
      '--certificate-chain package.json: certificates as PEM are wanted',
    ],
    [['--identity', 'ana@example.com'], '--identity, --issuer and --trusted-root belong together'],
    [['--identity', 'a', '--issuer', 'b', '--trusted-root', 'package.json'], '--trusted-root package.json: '],
  ])('refuses %s with exit code 2, and says why', async (flags, message) => {
    const { code, stderr } = await terminal.aispm('inspect', folder, ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
