import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakable, html, trusted, withCode } from '#shared/sinks/html/markup.ts';
import { attribute, elementsOf, textOf } from '#test/shared/sinks/markup-tree.ts';

describe('html', () => {
  test.each([
    ['text', html`<p>${'<b>&"\'`'}</p>`, '<p>&lt;b&gt;&amp;&quot;&#39;&#96;</p>'],
    ['a number', html`<p>${3}</p>`, '<p>3</p>'],
    ['nothing', html`<p>${undefined}</p>`, '<p></p>'],
    ['markup', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
    ['a list', html`<p>${['<', html`<br>`, ['&']]}</p>`, '<p>&lt;<br>&amp;</p>'],
    ['what is trusted', html`<p>${trusted('<i>')}</p>`, '<p><i></p>'],
    ['a right-to-left override', html`${'a\u202Eb\0'}`, 'a⟨U+202E⟩b⟨U+0000⟩'],
    ['lines', html`${'a\nb'}`, 'a\nb'],
    ['a path', html`${breakable('a.b/<c>')}`, 'a.<wbr>b/<wbr>&lt;c&gt;'],
    ['code in prose', html`${withCode('when `<a>` is')}`, 'when <code>&lt;a&gt;</code> is'],
  ])('writes %s', (_what, markup, expected) => expect(markup.text).toBe(expected));

  test('whatever the text, a browser reads it back as text of one element and one attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const elements = elementsOf(html`<p title="${text}">${text}</p>`.text);
        expect(elements.map(({ tagName }) => tagName)).toEqual(['html', 'head', 'body', 'p']);
        const paragraph = elements.at(-1);
        if (!paragraph) throw new Error('no paragraph');
        expect(paragraph.attrs.map(({ name }) => name)).toEqual(['title']);
        expect(attribute(paragraph, 'title')).toBe(textOf(paragraph));
      }),
    );
  });
});
