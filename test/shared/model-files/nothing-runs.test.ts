import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { bytesOf, called, global, proto, string } from './pickle-builder.ts';

const root = path.join(import.meta.dirname, '../../..');

describe('nothing of a file is executed', () => {
  it.each([
    { what: 'another process', pattern: /node:child_process|node:worker_threads|node:cluster/ },
    { what: 'code out of text', pattern: /(?<!['"`])\beval\s*\(|new Function\b|\bFunction\s*\(|node:vm\b/ },
    { what: 'a module that is named by data', pattern: /\bimport\s*\((?!\s*['"])|\brequire\s*\(/ },
    {
      what: 'a renderer of templates',
      pattern: /from '(?:nunjucks|ejs|handlebars|mustache|@huggingface\/jinja)'/,
    },
    { what: 'a library that builds what a pickle says', pattern: /from '(?:pickleparser|jpickle)'/ },
  ])('no parser uses $what', ({ pattern }) => {
    const files = globSync('shared/model-files/**/*.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(10);
    const using = files.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8')));
    expect(using).toEqual([]);
  });

  it('leaves a canary alone that a load would kill', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aispm-canary-'));
    try {
      const canary = path.join(folder, 'canary');
      const touch = called(global('os', 'system'), string(`touch ${canary}`));
      const open = called(global('builtins', 'open'), string(canary), string('w'));
      const code = called(global('builtins', 'exec'), string(`open(${JSON.stringify(canary)}, 'w')`));
      const seen = await inspectModelFile(
        bytesInMemory('canary.pkl', bytesOf(proto(2), touch, '0', open, '0', code, '.')),
      );
      expect(seen.observations.filter(({ call }) => call?.includes('canary'))).toHaveLength(3);
      expect(existsSync(canary)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
