import { type ByteSource, bytesInMemory, partOf } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';
import type { Inspecting } from '../format.ts';
import { type Judged, judging } from './judge.ts';
import { type MachineOptions, runPickle } from './machine.ts';
import { OP } from './opcodes.ts';
import { looksLikePickle } from './recognise.ts';
import type { Value } from './value.ts';

/** Source: PyTorch, torch/serialization.py, MAGIC_NUMBER. */
const TORCH_MAGIC = 0x1950a86a20f9469cfc6cn;
/** Magic, protocol, system, the object, the keys of its storages; the storages follow. Source: `_legacy_load`. */
const TORCH_LEGACY_PICKLES = 5;
const MOST_PICKLES = 1000;
/** Bytes that are no announced pickle are tried for so many opcodes. */
const TRIED_OPCODES = 10_000;
/** So is what joblib takes for an array. Of numbers few are opcodes for long. */
const MOST_OPCODES_OF_ARRAY = 1_000_000;
const DEEPEST_INNER = 3;

/** Every pickle of a file, one behind the other, and what each would do. */
export async function inspectPickles(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const cursor = new Cursor(source);
  let isTorchLegacy = false;
  for (let number = 0; number < MOST_PICKLES; number++) {
    const began = cursor.offset;
    const judged = judging();
    const { stopped, value } = await runPickle(cursor, judged.events, { spending: inspecting.spending });
    await report(judged, source, inspecting);
    if (judged.arrays.length > 0) await asPlainPickle(source, judged.arrays, inspecting);
    if (number === 0) isTorchLegacy = value.kind === 'number' && value.value === TORCH_MAGIC;
    if (stopped !== 'STOP') {
      if (stopped === 'limit') inspecting.missed(`the pickle at byte ${began} was not walked to its end`);
      return;
    }
    if (isTorchLegacy && number === TORCH_LEGACY_PICKLES - 1) return;
    if (!(await cursor.need(1))) return;
    if (!isTorchLegacy && cursor.buffer[cursor.at] !== OP.PROTO)
      return tryTheRest(source, cursor, MOST_PICKLES - number, inspecting);
  }
  inspecting.missed(`there are more than ${MOST_PICKLES} pickles one behind the other`);
}

async function report(
  judged: Judged,
  source: ByteSource,
  inspecting: Inspecting,
  only?: 'dangerous',
): Promise<void> {
  for (const global of judged.globals) inspecting.imports(global);
  for (const seen of judged.observations) if (!only || seen.effect === only) inspecting.observe(seen);
  for (const why of judged.missed) inspecting.missed(why);
  for (const inner of judged.inner) await inspectInner(inner, inspecting);
  for (const { offset, length } of judged.tensors) {
    const name = `tensor at byte ${offset}`;
    const claiming = await inspecting.member(
      name,
      partOf(source, `${source.name} › ${name}`, offset, length),
    );
    if (claiming.length === 0) inspecting.missed(`the ${name} is of no format that is known`);
  }
}

/**
 * What follows a pickle that is not announced as another: of protocol 0 or 1 it has no sign of its own, so that it is
 * tried, and told only if it does something. `pickle.load` leaves it alone until it is called again.
 */
async function tryTheRest(
  source: ByteSource,
  cursor: Cursor,
  most: number,
  inspecting: Inspecting,
): Promise<void> {
  const { offset } = cursor;
  for (let number = 0; number < most && (await cursor.need(1)); number++) {
    const judged = judging();
    const { stopped } = await runPickle(cursor, judged.events, trying(inspecting, TRIED_OPCODES));
    const isPickle = stopped === 'STOP';
    if (isPickle || judged.acts > 0)
      await report(judged, source, inspecting, isPickle ? undefined : 'dangerous');
    if (!isPickle) break;
  }
  inspecting.observe({
    rule: 'pickle.trailing-bytes',
    effect: 'note',
    offset,
    text: 'bytes follow the last pickle, which a load does not reach',
  });
}

/**
 * joblib takes bytes behind a wrapper for an array; `pickle.load` takes the same bytes for opcodes. Of numbers these
 * break off at once.
 */
async function asPlainPickle(
  source: ByteSource,
  arrays: readonly number[],
  inspecting: Inspecting,
): Promise<void> {
  for (const offset of arrays.slice(0, 16)) {
    const judged = judging();
    const { stopped } = await runPickle(
      new Cursor(source, offset),
      judged.events,
      trying(inspecting, MOST_OPCODES_OF_ARRAY),
    );
    if (stopped === 'limit')
      inspecting.missed(`the array at byte ${offset} may be a pickle to anybody but joblib`);
    const isWhole = stopped === 'STOP' && judged.acts > 0;
    const acting = judged.observations.filter(({ effect }) => effect === 'dangerous' || isWhole);
    if (!acting.some(({ effect }) => effect !== 'note')) continue;
    inspecting.observe({
      rule: 'pickle.array-is-code',
      effect: acting.some(({ effect }) => effect === 'dangerous') ? 'dangerous' : 'review',
      offset,
      text: 'what joblib takes for an array is a pickle to anybody else',
    });
    for (const seen of acting) inspecting.observe(seen);
  }
}

const trying = ({ spending }: Inspecting, mostOpcodes: number): MachineOptions => ({
  spending,
  mostOpcodes,
  joblib: false,
});

/** A string of bytes that is itself a pickle does nothing until something loads it. */
async function inspectInner(
  { value, depth }: { readonly value: Value & { kind: 'bytes' }; readonly depth: number },
  inspecting: Inspecting,
): Promise<void> {
  const { head, length, offset } = value;
  if (depth > DEEPEST_INNER || !looksLikePickle(head)) return;
  const judged = judging(depth + 1);
  const { stopped } = await runPickle(new Cursor(bytesInMemory('bytes', head)), judged.events, {
    spending: inspecting.spending,
    mostOpcodes: TRIED_OPCODES,
  });
  if (stopped !== 'STOP' && judged.acts === 0) return;
  if (judged.tensors.length > 0)
    inspecting.missed('a tensor in a pickle within the pickle was not looked into');
  for (const seen of judged.observations)
    if (seen.effect === 'dangerous')
      inspecting.observe({
        ...seen,
        rule: 'pickle.inner-pickle',
        effect: 'review',
        offset,
        text: `${length} bytes in the pickle are a pickle themselves: ${seen.text}`,
      });
  for (const inner of judged.inner) await inspectInner(inner, inspecting);
}
