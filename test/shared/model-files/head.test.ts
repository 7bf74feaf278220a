import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { Head } from '#shared/model-files/head.ts';
import { glimpse } from '#shared/model-files/protobuf/glimpse.ts';
import { decodeJson } from '#shared/model-files/python-json.ts';
import { seeded } from './recorder.ts';

const headOf = (bytes: Uint8Array): Head => new Head(bytesInMemory('x', bytes), bytes);

describe('the first bytes of a file', () => {
  it.each([
    ['a letter', '{"a": 1}', '{'],
    ['a letter behind a mark of byte order', '\ufeff{}', '{'],
    ['a letter behind more spaces than a few bytes hold', `${' \n'.repeat(20)}<PMML>`, '<'],
    ['a letter that a few bytes hold half of', `${' '.repeat(14)}\u20ac`, '\u20ac'],
    ['a space that only Unicode has', '\u2003\u3000{', '{'],
    ['nothing but spaces', '   ', ''],
    ['nothing', '', ''],
  ])('begin with %s', (_what, text, letter) => {
    expect(headOf(Buffer.from(text)).firstLetter).toBe(letter);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le'])('open as JSON in %s', (encoding) => {
    const units = [...' \n{"a": 1}'].map((letter) => letter.charCodeAt(0));
    const width = encoding === 'utf-8' ? 1 : encoding === 'utf-32le' ? 4 : 2;
    const bytes = Buffer.alloc(units.length * width);
    for (const [index, unit] of units.entries())
      bytes[index * width + (encoding === 'utf-16be' ? 1 : 0)] = unit;
    expect(headOf(bytes)).toMatchObject({ opensAsJson: true, json: '{"a": 1}' });
  });

  it('are told from random bytes as they were decoded at once', () => {
    const random = seeded(3);
    const letters = ' \n\0\ufeff\u00a0{a€'.split('');
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: 24 }, () => letters[Math.floor(random() * letters.length)]).join('');
      const bytes = Buffer.from(text).subarray(Math.floor(random() * 3));
      const head = headOf(bytes);
      expect(head.opensAsJson).toBe(decodeJson(bytes).trimStart().startsWith('{'));
      expect(head.firstLetter).toBe(new TextDecoder().decode(bytes).trimStart()[0] ?? '');
    }
  });

  it('have the same fields, whoever asked for how many before', () => {
    const random = seeded(5);
    for (let round = 0; round < 2000; round++) {
      const bytes = Buffer.from(Array.from({ length: 12 }, () => random() * (round % 2 === 0 ? 24 : 256)));
      const head = headOf(bytes);
      for (const most of [4, 2, 64, 1, 6]) expect(head.fields(most)).toEqual(glimpse(bytes, most));
    }
  });
});
