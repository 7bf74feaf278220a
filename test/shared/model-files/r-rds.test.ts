import { describe, expect, it } from 'vitest';
import rds from '#shared/model-files/formats/r-rds.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { expectRobust, inspectedAs, rulesOf, sparse } from './inspecting.ts';

const integers = (...values: readonly number[]): Buffer => {
  const written = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    written.writeInt32BE(value | 0, 4 * index);
  });
  return written;
};
const join = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts);
const HAS_ATTRIBUTES = 0x200;
const HAS_TAG = 0x400;

const file = (root: Buffer, version: 2 | 3 = 3): Buffer =>
  join(
    Buffer.from('X\n'),
    integers(version, 0x40000, 0x30500),
    ...(version === 3 ? [integers(5), Buffer.from('UTF-8')] : []),
    root,
  );
const nothing = integers(254);
const unbound = integers(252);
const global = integers(253);
const characters = (text: string): Buffer => join(integers(9, text.length), Buffer.from(text));
const symbol = (name: string): Buffer => join(integers(1), characters(name));
const pairs = (type: number, first: Buffer, rest: Buffer, tag?: Buffer, attributes?: Buffer): Buffer =>
  join(
    integers(type | (tag ? HAS_TAG : 0) | (attributes ? HAS_ATTRIBUTES : 0)),
    ...(attributes ? [attributes] : []),
    ...(tag ? [tag] : []),
    first,
    rest,
  );
const reals = (...values: readonly number[]): Buffer =>
  join(integers(14, values.length), Buffer.alloc(8 * values.length));
const list = (...elements: readonly Buffer[]): Buffer => join(integers(19, elements.length), ...elements);
const strings = (...texts: readonly string[]): Buffer =>
  join(integers(16, texts.length), ...texts.map(characters));
const call = (name: string, ...given: readonly Buffer[]): Buffer =>
  pairs(
    6,
    symbol(name),
    given.reduceRight((rest, each) => pairs(2, each, rest), nothing),
  );
const environment = (frame: Buffer): Buffer => join(integers(4, 0), global, frame, nothing, nothing);
const promise = (value: Buffer, code: Buffer, place?: Buffer): Buffer => pairs(5, value, code, place);
const byteCode = (...constants: readonly Buffer[]): Buffer =>
  join(integers(21, 1), integers(13, 1, 12), integers(constants.length), ...constants);

/** A list with names, a formula in its environment, a vector of each kind, and what refers to what came before. */
const model = list(
  reals(1, 2, 3),
  join(integers(13, 2, 1, 2)),
  join(integers(10, 1, 1)),
  join(integers(15, 1), Buffer.alloc(16)),
  join(integers(24, 3), Buffer.from('abc')),
  join(integers(16, 2), characters('yes'), integers(9, -1)),
  pairs(
    6,
    symbol('~'),
    pairs(2, symbol('y'), nothing),
    undefined,
    pairs(2, environment(pairs(2, reals(1), nothing, symbol('x'))), nothing, symbol('.Environment')),
  ),
  join(integers(249, 0, 2), characters('stats'), characters('4.3.0')),
  integers(0x1ff),
  join(integers(238), pairs(2, symbol('compact_intseq'), nothing), reals(1, 2, 3), nothing),
  join(integers(8, 3), Buffer.from('sum')),
  join(integers(25 | HAS_ATTRIBUTES), pairs(2, strings('a'), nothing, symbol('class'))),
);

describe('a stream of R', () => {
  it.each([
    ['of version 2', file(model, 2)],
    ['of version 3', file(model)],
    ['of a whole workspace', join(Buffer.from('RDX3\n'), file(pairs(2, model, nothing, symbol('fit'))))],
  ])('%s is clean with a model in it', async (_name, bytes) => {
    expect(await inspectedAs(bytes, rds)).toMatchObject({
      verdict: 'clean',
      status: 'complete',
      observations: [],
    });
  });

  const attack = call('system', strings('id'));
  it.each([
    ['a promise of a call (CVE-2024-27322)', promise(unbound, attack, global)],
    ['a promise in a workspace', pairs(2, promise(unbound, attack, global), nothing, symbol('x'))],
    [
      'a promise in attributes',
      pairs(2, reals(1), nothing, undefined, pairs(2, promise(unbound, attack), nothing, symbol('a'))),
    ],
    [
      'a promise in an environment',
      list(environment(pairs(2, promise(unbound, attack, global), nothing, symbol('a')))),
    ],
    ['a promise of byte code', promise(unbound, byteCode(), global)],
    [
      'a promise after byte code',
      list(
        byteCode(
          join(
            integers(244, 0, 6),
            symbol('f'),
            integers(6),
            symbol('g'),
            integers(254),
            nothing,
            integers(243, 0),
            integers(0),
            nothing,
          ),
          join(integers(14), reals(1)),
        ),
        promise(unbound, attack, global),
      ),
    ],
  ])('with %s is dangerous', async (_name, root) => {
    const inspection = await inspectedAs(file(root), rds);
    expect(rulesOf(inspection)).toContain('rds.promise');
    expect(inspection).toMatchObject({ verdict: 'dangerous', status: 'complete' });
  });

  it.each([
    ['a function', pairs(3, nothing, attack, global), ['rds.function']],
    [
      'a function of byte code',
      pairs(
        3,
        nothing,
        byteCode(
          join(
            integers(6),
            integers(6),
            nothing,
            symbol('f'),
            integers(254),
            nothing,
            integers(254),
            nothing,
          ),
        ),
        global,
      ),
      ['rds.function', 'rds.byte-code'],
    ],
    ['a promise that has its value', promise(reals(1), attack), ['rds.promise-with-value']],
  ])('with %s is for a person to look at', async (_name, root, rules) => {
    const inspection = await inspectedAs(file(root), rds);
    expect(rulesOf(inspection)).toEqual(expect.arrayContaining(rules));
    expect(inspection.verdict).toBe('review');
  });

  it.each([
    ['a node of a type nobody knows', file(list(integers(99)))],
    ['a length beyond the end', file(integers(14, 2 ** 30))],
    ['a length of 64 bits', file(integers(14, -1, 0x7fffffff, 0))],
    ['a length below zero', file(integers(19, -5))],
    ['lists nested without end', file(Buffer.concat(Array.from({ length: 200_000 }, () => integers(19, 2))))],
    ['pairs nested without end', file(Buffer.concat(Array.from({ length: 200_000 }, () => integers(2))))],
    ['the form that is text', Buffer.from('A\n3\n262153\n197888\n')],
    ['a version nobody knows', join(Buffer.from('RDX3\nX\n'), integers(9, 0, 0, 0, 0))],
  ])('with %s is partial, and does not take long', async (_name, bytes) => {
    const inspection = await inspectedAs(bytes, rds);
    expect(inspection).toMatchObject({ verdict: 'review', status: 'partial' });
    expect(inspection.milliseconds).toBeLessThan(1000);
  });

  it('is read with the attributes of a function of R itself, which hide nothing behind them', async () => {
    const withAttribute = join(
      integers(8 | HAS_ATTRIBUTES, 3),
      Buffer.from('sum'),
      pairs(2, reals(1), nothing, symbol('a')),
    );
    const seen = await inspectedAs(file(list(withAttribute, promise(unbound, call('q'), global))), rds);
    expect(rulesOf(seen)).toEqual(['rds.promise']);
    expect(seen.verdict).toBe('dangerous');
  });

  it('skips numbers', async () => {
    const begin = file(join(integers(14, 2 ** 27)));
    const inspection = await inspectModelFile(sparse(begin, begin.length + 2 ** 30), { formats: [rds] });
    expect(inspection).toMatchObject({ verdict: 'clean', status: 'complete' });
    expect(inspection.bytesRead).toBeLessThan(20_000);
  });

  it('never throws for what is damaged, and is never clean cut off', async () => {
    expect(await expectRobust(file(model), [rds])).toEqual({ cutAndClean: [] });
    await expectRobust(file(list(promise(unbound, attack, global), pairs(3, nothing, byteCode(), global))), [
      rds,
    ]);
  });
});
