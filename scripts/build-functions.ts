import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** esbuild minifies to names of two letters, so the banner's are long: they may not collide. */
const BANNER = [
  "import{createRequire as __bannerCreateRequire}from'node:module';",
  'const require=__bannerCreateRequire(import.meta.url),',
  '__filename=import.meta.filename,__dirname=import.meta.dirname;',
].join('');

/** One file in `functions/`, one Lambda. */
export const FUNCTIONS = [
  'decide-remediation',
  'correlate',
  'inspect-model-file',
  'plan-scan',
  'publish-findings',
  'receive-change',
  'remediate-finding',
  'rescan-resource',
  'scan-scope',
  'send-digest',
] as const;

/** The sizes of all files of a bundle together. */
export interface BuiltBundle {
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Bundles every function to `<out>/<name>/` and writes `<out>/bundles.json` with their sizes. */
export async function buildFunctions(out: string): Promise<Record<string, BuiltBundle>> {
  mkdirSync(out, { recursive: true });
  const bundles = Object.fromEntries(
    await Promise.all(
      FUNCTIONS.map(async (name) => [name, await buildFunction(name, join(out, name))] as const),
    ),
  );
  writeFileSync(join(out, 'bundles.json'), `${JSON.stringify(bundles, null, 2)}\n`);
  return bundles;
}

async function buildFunction(name: string, folder: string): Promise<BuiltBundle> {
  await bundle(`functions/${name}.ts`, folder);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  const total = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0);
  return {
    bytes: total(files.map((file) => file.length)),
    gzipBytes: total(files.map((file) => gzipSync(file).length)),
  };
}

/**
 * A module with all that it imports as `<folder>/index.mjs`. What is imported on demand, a cloud that the config may
 * not name, becomes a file of its own.
 */
export async function bundle(entry: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [{ in: entry, out: 'index' }],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'on-demand-[hash]',
    splitting: true,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    conditions: ['import', 'node'],
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: BANNER },
  });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
  const started = performance.now();
  const bundles = await buildFunctions(values.out);
  for (const [name, { bytes, gzipBytes }] of Object.entries(bundles))
    console.log(
      `${basename(name).padEnd(22)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB ${(gzipBytes / 1024).toFixed(0).padStart(5)} KiB gzipped`,
    );
  console.log(`${FUNCTIONS.length} bundles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
