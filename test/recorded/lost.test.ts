import { describe, expect, it } from 'vitest';
import { lostFrom } from './lost.ts';

describe('a config lost of a reply', () => {
  it.each([
    ['nothing', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }, []],
    ['null, which is as good as absent', {}, { a: null }, []],
    ['a secret of Azure, which was dropped', { a: { $redacted: 'text' } }, { a: 'secret' }, []],
    ['a secret of Google, which was dropped', { a: '(not kept)' }, { a: { b: 'secret' } }, []],
    ['a field that has another name now', { A: 1 }, { a: 1 }, ['.a']],
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, ['.a.b']],
    ['an element', { a: [1] }, { a: [1, 2] }, ['.a[1]']],
  ])('%s', (_what, config, reply, expected) => {
    expect(lostFrom(config, reply)).toEqual(expected);
  });
});
