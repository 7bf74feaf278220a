import { describe, expect, it } from 'vitest';
import type { ModelFormat } from '#shared/model-files/format.ts';
import numpy from '#shared/model-files/formats/numpy.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { expectRobust, inspectedAs, rulesOf, sparse } from './inspecting.ts';

function array(header: string, data: number, version = 1): Buffer {
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(header.length + 1);
  else length.writeUInt32LE(header.length + 1);
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from('NUMPY'),
    Buffer.from([version, 0]),
    length,
    Buffer.from(`${header}\n`),
    Buffer.alloc(data),
  ]);
}
const header = (descr: string, shape: string): string =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }   `;

/** Stands for the inspection of pickles: tells what it is given. */
const anything = (seen: string[]): ModelFormat => ({
  id: 'anything',
  title: 'Anything',
  source: 'this test',
  claims: ({ bytes }) => bytes[0] === 0x80,
  inspect: async (source) => {
    seen.push(Buffer.from(await source.read(0, 8)).toString('hex'));
  },
});

describe('a NumPy array', () => {
  it.each([
    ['of numbers', array(header("'<f4'", '(2, 3)'), 24)],
    ['of version 2', array(header("'<f4'", '(6,)'), 24, 2)],
    ['of version 3', array(header("'>i8'", '()'), 8, 3)],
    ['written by Python 2', array("{'descr': '<f8', 'fortran_order': False, 'shape': (2L,), }", 16)],
    ['of strings', array(header("'<U5'", '(2,)'), 40)],
    ['of records', array(header("[('a', '<i4'), ('b', '|b1', (3,)), ('t', '<M8[ns]')]", '(2,)'), 30)],
    ['with nothing in it', array(header("'<f4'", '(0,)'), 0)],
    [
      'and another after it',
      Buffer.concat([array(header("'|u1'", '(1,)'), 1), array(header("'|u1'", '(2,)'), 2)]),
    ],
  ])('%s is clean', async (_name, file) => {
    const inspection = await inspectedAs(file, numpy);
    expect(inspection).toMatchObject({ verdict: 'clean', status: 'complete', observations: [] });
  });

  it.each([
    ['objects', "'|O'", '(1,)'],
    ['records with an object', "[('a', '<i4'), ('b', [('c', 'O')])]", '(1,)'],
  ])('of %s is a pickle, which is inspected', async (_name, descr, shape) => {
    const seen: string[] = [];
    const file = Buffer.concat([array(header(descr, shape), 0), Buffer.from('80049500', 'hex')]);
    const inspection = await inspectedAs(file, numpy, anything(seen));
    expect(seen).toEqual(['80049500']);
    expect(rulesOf(inspection)).toEqual(['numpy.object-array']);
  });

  it('hands on what follows it, and does not call it clean', async () => {
    const seen: string[] = [];
    const file = Buffer.concat([array(header("'|u1'", '(3,)'), 3), Buffer.from('80049501', 'hex')]);
    const inspection = await inspectedAs(file, numpy, anything(seen));
    expect(seen).toEqual(['80049501']);
    expect(inspection).toMatchObject({ verdict: 'review', observations: [{ rule: 'numpy.trailing-bytes' }] });
  });

  it.each([
    ['data beyond the end', array(header("'<f4'", '(2, 3)'), 23), 'numpy.data-beyond-file'],
    ['a call for its header', array('__import__("os").system("id")', 0), 'numpy.header-malformed'],
    ['a call in its header', array(header("'<f4'", 'exit()'), 0), 'numpy.header-malformed'],
    ['a header nested without end', array('('.repeat(60_000), 0), 'numpy.header-malformed'],
    ['a type nobody knows', array(header("'<Q4'", '(1,)'), 4), 'numpy.unknown-dtype'],
    [
      'a shape that overflows',
      array(header("'<f4'", `(${2 ** 40}, ${2 ** 40})`), 4),
      'numpy.shape-malformed',
    ],
    ['a shape below zero', array(header("'<f4'", '(-1,)'), 4), 'numpy.shape-malformed'],
    ['a header that is too long', array(' '.repeat(1024 * 1024), 0, 2), 'numpy.header-too-long'],
  ])('is for a person to look at with %s', async (_name, file, rule) => {
    const inspection = await inspectedAs(file, numpy);
    expect(rulesOf(inspection)).toContain(rule);
    expect(inspection.verdict).toBe('review');
  });

  it('is not clean in a version that is not known', async () => {
    expect(await inspectedAs(array('{}', 0, 4), numpy)).toMatchObject({
      verdict: 'review',
      status: 'partial',
    });
  });

  it('is skipped: two blocks of a gigabyte are read', async () => {
    const begin = array(header("'|u1'", '(1073741824,)'), 0);
    const inspection = await inspectModelFile(sparse(begin, begin.length + 1024 ** 3), { formats: [numpy] });
    expect(inspection).toMatchObject({ verdict: 'clean', status: 'complete' });
    expect(inspection.bytesRead).toBeLessThanOrEqual(8192);
  });

  it('never throws for what is damaged, and is never clean cut off', async () => {
    const file = array(header("[('a', '<i4'), ('b', '|b1', (3,))]", '(2, 2)'), 28);
    expect(await expectRobust(file, [numpy])).toEqual({ cutAndClean: [] });
  });
});
