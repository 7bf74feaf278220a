import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const Names = z.record(z.string(), z.string());
const manifest = z
  .looseObject({ dependencies: Names, devDependencies: Names })
  .parse(JSON.parse(read('package.json')));
const lock = z
  .looseObject({
    packages: z.record(
      z.string(),
      z.looseObject({
        license: z.string().optional(),
        dev: z.boolean().optional(),
        optional: z.boolean().optional(),
        optionalDependencies: Names.optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

/** Licences that an Apache-2.0 product may ship; a choice is fine where one side of it is. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

const page = read('docs/dependencies.md');
const documented = new Map(
  [...page.matchAll(/^\| (@?[a-z0-9][\w./-]*) \| ([^|]+) \| (.+) \|$/gm)].map(
    ([, name = '', licence = '', why = '']) => [name, { licence, why }],
  ),
);
const declared = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

describe('dependencies', () => {
  it.each(declared)('%s is pinned to one version', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('are those of docs/dependencies.md, with their licences and a reason each', () => {
    expect([...documented.keys()].sort()).toEqual(declared.map(([name]) => name).sort());
    for (const [name] of declared) {
      const entry = documented.get(name);
      expect(entry?.licence, name).toBe(lock.packages[`node_modules/${name}`]?.license);
      expect(entry?.why.length, name).toBeGreaterThan(8);
    }
  });

  it('bring along nothing for production whose licence cannot be shipped', () => {
    const refused = Object.entries(lock.packages)
      .filter(([place, { dev }]) => place !== '' && !dev)
      .filter(
        ([, { license }]) =>
          !license
            ?.replaceAll(/[()]/g, '')
            .split(' OR ')
            .some((each) => ALLOWED.has(each)),
      )
      .map(([place, { license }]) => `${place}: ${license ?? 'no licence'}`);
    expect(refused).toEqual([]);
  });

  it('are locked for every platform, without which `npm ci` refuses', () => {
    const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    const locked = Object.keys(lock.packages);
    expect(wanted.filter((name) => !locked.some((place) => place.endsWith(`node_modules/${name}`)))).toEqual(
      [],
    );
  });

  it('keep addresses of registries out of the lockfile', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/);
  });
});
