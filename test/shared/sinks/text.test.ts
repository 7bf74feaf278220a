import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, clipBytes, printable, printableLines } from '#shared/sinks/text.ts';

describe('printable', () => {
  it.each([
    ['an ANSI escape', '\u001b[31mred', '⟨U+001B⟩[31mred'],
    ['a C1 control', '\u009b31m', '⟨U+009B⟩31m'],
    ['a line break', 'a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
    ['NUL', 'a\0b', 'a⟨U+0000⟩b'],
    ['a right-to-left override', 'a\u202egnp.exe', 'a⟨U+202E⟩gnp.exe'],
    ['an isolate', '\u2066a\u2069', '⟨U+2066⟩a⟨U+2069⟩'],
    ['a zero-width space', 'a\u200bb', 'a⟨U+200B⟩b'],
    ['a tag character', 'a\u{e0041}', 'a⟨U+E0041⟩'],
    ['a line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
    ['a lone surrogate', 'a\ud800b', 'a⟨U+D800⟩b'],
  ])('spells out %s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('leaves letters of any script, spaces, accents and emoji as they are', () => {
    const text = 'Zürich モデル نموذج 🦄 <script> =cmd';
    expect(printable(text)).toBe(text);
  });

  it('keeps line feeds, and only those, in paragraphs', () => {
    expect(printableLines('a\n\rb')).toBe('a\n⟨U+000D⟩b');
  });
});

describe('clip', () => {
  it('marks what was cut and counts the mark', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('abcd', 4)).toBe('abcd');
    expect(clip('abcd', 0)).toBe('');
  });

  it('never cuts a character in two', () => {
    expect(clip('ab🦄cd', 4)).toBe('ab…');
    expect(clipBytes('ab🦄cd', 7)).toBe('ab…');
  });

  it('stays within the length and well formed whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        expect(clip(text, length).length).toBeLessThanOrEqual(length);
        expect(Buffer.byteLength(clipBytes(text, length))).toBeLessThanOrEqual(length);
        expect(clip(text, length).isWellFormed()).toBe(true);
        expect(clipBytes(text, length)).not.toContain('\ufffd'.repeat(2));
      }),
    );
  });

  it('replaces a lone surrogate', () => {
    expect(clip('a\ud800', 9)).toBe('a\ufffd');
    expect(clipBytes('a\ud800', 9)).toBe('a\ufffd');
  });
});
