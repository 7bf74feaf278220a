import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  'plan-scan',
  'publish-findings',
  'remediate-finding',
  'rescan-resource',
  'scan-scope',
  'send-digest',
] as const;

export interface BuiltBundle {
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Bundles every function to `<out>/<name>/index.mjs` and writes `<out>/bundles.json` with their sizes. */
export async function buildFunctions(out: string): Promise<Record<string, BuiltBundle>> {
  for (const name of FUNCTIONS) rmSync(join(out, name), { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: FUNCTIONS.map((name) => ({ in: `functions/${name}.ts`, out: `${name}/index` })),
    outdir: out,
    outExtension: { '.js': '.mjs' },
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
  const bundles = Object.fromEntries(
    FUNCTIONS.map((name) => {
      const code = readFileSync(join(out, name, 'index.mjs'));
      return [name, { bytes: code.length, gzipBytes: gzipSync(code).length }];
    }),
  );
  writeFileSync(join(out, 'bundles.json'), `${JSON.stringify(bundles, null, 2)}\n`);
  return bundles;
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
