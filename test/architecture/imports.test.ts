import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** Layers from the top; a file may import its own layer and those below it. */
const LAYERS: readonly (readonly string[])[] = [
  ['infra'],
  ['functions', 'cli', 'scripts'],
  ['shared/pipeline', 'shared/remediation', 'shared/what-if'],
  ['connectors', 'shared/checks', 'shared/ledger', 'shared/sinks', 'shared/config'],
  ['shared/paths', 'shared/risk'],
  ['shared/access', 'shared/artefacts', 'shared/capabilities', 'shared/graph', 'shared/model-files'],
  ['shared/assets'],
  ['shared/model'],
];

const layerOf = (file: string): number =>
  LAYERS.findIndex((folders) => folders.some((folder) => file.startsWith(`${folder}/`)));

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm),
  ].flatMap(([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? '';
    if (specifier.startsWith('#')) return [specifier.slice(1)];
    if (specifier.startsWith('.')) return [path.posix.join(path.posix.dirname(file), specifier)];
    return [];
  });
}

const files = globSync('{infra,functions,cli,scripts,shared,connectors}/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !file.endsWith('.d.ts'));

describe('imports point one way', () => {
  it('knows a layer for every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it.each(LAYERS.map((folders, layer) => ({ folders: folders.join(', '), layer })))(
    '$folders import nothing above them',
    ({ layer }) => {
      const upward = files
        .filter((file) => layerOf(file) === layer)
        .flatMap((file) =>
          importsOf(file)
            .filter((target) => target.endsWith('.ts') && layerOf(target) !== -1 && layerOf(target) < layer)
            .map((target) => `${file} → ${target}`),
        );
      expect(upward).toEqual([]);
    },
  );

  it('keeps checks and connectors, ledger and sinks apart', () => {
    const apart: readonly (readonly [string, RegExp])[] = [
      ['shared/checks/', /^(connectors|shared\/(ledger|sinks|pipeline))\//],
      ['connectors/', /^shared\/(checks|ledger|sinks|pipeline)\//],
      ['shared/ledger/', /^(connectors|shared\/(checks|sinks|pipeline))\//],
      ['shared/sinks/', /^connectors\//],
      ['shared/model/', /^(?!shared\/model\/)/],
    ];
    const crossed = apart.flatMap(([folder, forbidden]) =>
      files
        .filter((file) => file.startsWith(folder))
        .flatMap((file) =>
          importsOf(file)
            .filter((target) => forbidden.test(target))
            .map((target) => `${file} → ${target}`),
        ),
    );
    expect(crossed).toEqual([]);
  });

  it('bundles no embedded store and no test into a function', () => {
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file) || !file.endsWith('.ts')) return;
      reached.add(file);
      for (const target of importsOf(file)) follow(target);
    };
    for (const file of files.filter((each) => each.startsWith('functions/'))) follow(file);
    expect([...reached].filter((file) => /embedded|^test\/|^cli\//.test(file))).toEqual([]);
  });
});
