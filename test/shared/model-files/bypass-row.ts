import { expect } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { FileStatus, FileVerdict, Inspection } from '#shared/model-files/inspection.ts';
import { bytesOf, called, global, proto, stackGlobal, string } from './pickle-builder.ts';

/** A call with `id`, and the end. */
export const runs = (callee: Uint8Array, protocol = 4): Uint8Array =>
  bytesOf(proto(protocol), called(callee, string('id')), '.');
export const payload = runs(stackGlobal('os', 'system'));
export const ordered = global('collections', 'OrderedDict');
/** A pickle of a model, which does nothing. */
export const harmless = bytesOf(proto(2), '}', string('weight'), called(ordered), 's.');
/** Where PyTorch has its pickle. */
export const hidden = { content: payload, name: 'archive/data.pkl' } as const;
export const attr = (of: Uint8Array, name: Uint8Array): Uint8Array =>
  called(global('builtins', 'getattr'), of, name);
export const imported = (name: string): Uint8Array => called(global('builtins', '__import__'), string(name));
/** What is told of {@link payload}. */
export const RUNS = {
  call: "os.system('id')",
  global: 'os.system',
  rules: ['pickle.dangerous-call'],
} as const;

/** A file that hides from a scanner what it does, and what has to be told of it all the same. */
export interface Bypass {
  /** The advisory, the issue, or whose measurement it is from. */
  readonly id: string;
  readonly technique: string;
  readonly file: Uint8Array;
  readonly name?: string;
  /** What a load imports, by its name. */
  readonly global?: string;
  /** The call that a load makes, as people read it. */
  readonly call?: string;
  readonly rules: readonly string[];
  readonly verdict?: FileVerdict;
  readonly status?: FileStatus;
  /** Much the same, and harmless: what is told of it. */
  readonly nearMiss?: { readonly file: Uint8Array; readonly verdict: FileVerdict };
}

export const inspectWhole = (file: Uint8Array, name = 'model'): Promise<Inspection> =>
  inspectModelFile(bytesInMemory(name, file));

export async function expectCaught(bypass: Bypass): Promise<void> {
  const { file, name, global, call, rules, verdict = 'dangerous', status = 'complete', nearMiss } = bypass;
  const seen = await inspectWhole(file, name);
  const { observations } = seen;
  expect({ verdict: seen.verdict, status: seen.status, notRead: seen.notRead }).toMatchObject({
    verdict,
    status,
  });
  expect(observations.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]));
  if (global !== undefined) {
    expect(seen.globals).toContain(global);
    expect(observations.map((each) => each.global)).toContain(global);
  }
  if (call !== undefined) expect(observations.map((each) => each.call)).toContain(call);
  if (nearMiss !== undefined) {
    const harmless = await inspectWhole(nearMiss.file, name);
    expect(harmless.verdict).toBe(nearMiss.verdict);
    expect(harmless.observations.filter(({ effect }) => effect === 'dangerous')).toEqual([]);
  }
}
