import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hclBlock, hclList, hclObject, hclText } from '#cli/setup/hcl.ts';
import { bicepText, shellWord } from '#cli/setup/quoting.ts';
import { command, printed, variable } from '#cli/setup/script.ts';

/** Texts that know what ends a string, begins a template, or runs something. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '`',
        '$',
        '{',
        '}',
        '${',
        '%{',
        '$(id)',
        '\n',
        '\r',
        '\b',
        '\f',
        '\t',
        ' ',
        '#',
        '//',
        ';',
        '&',
        '|',
        '*',
        '~',
        '!',
        "'''",
        'END_OF_FILE',
        'a',
        'é',
        '\u2028',
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
);

/** No argument of a program holds NUL. */
const arguments_ = fc.array(
  hostile.map((text) => text.toWellFormed().replaceAll('\0', '')),
  { minLength: 1, maxLength: 20 },
);

const inShell = (script: string, env: Record<string, string> = {}): string => {
  const { stdout, stderr, status } = spawnSync('/bin/sh', ['-c', script], {
    env: { PATH: '/usr/bin:/bin', ...env },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
};

describe('a word of the shell', () => {
  it('reaches a program as it is', () => {
    fc.assert(
      fc.property(arguments_, (texts) => {
        const words = texts.map(shellWord).join(' ');
        expect(inShell(`printf '%s\\0' ${words}`)).toBe(texts.map((text) => `${text}\0`).join(''));
      }),
      { numRuns: 60 },
    );
  });

  it('stays one word beside a variable, among the options of a command, and in what is printed', () => {
    fc.assert(
      fc.property(arguments_, ([text = '']) => {
        const script = command(['printf', '%s\\0', [text, variable('X'), text]], { name: text });
        expect(inShell(script, { X: text })).toBe(`${text}${text}${text}\0--name\0${text}\0`);
        expect(inShell(printed([text, ['x', variable('X')]]), { X: text })).toBe(`${text}\nx${text}\n`);
      }),
      { numRuns: 40 },
    );
  });

  it('is left as it is where nothing in it means anything', () => {
    expect(shellWord('arn:aws:iam::111122223333:role/aispm-scan-scope')).toMatch(/^arn/);
    expect(shellWord('')).toBe("''");
  });
});

/** Reads a quoted string of HCL back, by its grammar: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
function readHcl(literal: string): string {
  const inner = /^"((?:[^"\\\n\r]|\\(?:[nrt"\\]|u[0-9a-fA-F]{4}))*)"$/.exec(literal)?.[1];
  if (inner === undefined) throw new Error(`no string of HCL: ${literal}`);
  if (/(?<![$])\$\{|(?<![%])%\{/.test(inner)) throw new Error(`a template: ${literal}`);
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
  return inner
    .replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_whole, code: string | undefined, letter: string) =>
      code === undefined ? (escapes[letter] ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/([$%])\1\{/g, '$1{');
}

/** The same for Bicep: https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings */
function readBicep(literal: string): string {
  const inner = /^'((?:[^'\\\n\r$]|\$(?!\{)|\\(?:[nrt'\\$]|u\{[0-9a-fA-F]+\}))*)'$/.exec(literal)?.[1];
  if (inner === undefined) throw new Error(`no string of Bicep: ${literal}`);
  return inner.replaceAll(
    /\\(?:u\{([0-9a-fA-F]+)\}|(.))/g,
    (_whole, code: string | undefined, letter: string) =>
      code === undefined ? letter : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

describe('strings of infrastructure as code', () => {
  it.each([
    { language: 'HCL', written: hclText, read: readHcl },
    { language: 'Bicep', written: bicepText, read: readBicep },
  ])('hold any text of $language and end where it ends', ({ written, read }) => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(read(written(text))).toBe(text.toWellFormed());
      }),
      { numRuns: 500 },
    );
  });

  it('stand in blocks as terraform fmt would have them', () => {
    const body = [
      ['a', '1'],
      ['longer', hclText('x')],
      ['list', hclList(['y'])],
      ['b', 'true'],
      'inner {}',
    ] as const;
    expect(hclBlock('resource "r" "n"', body)).toBe(
      'resource "r" "n" {\n  a      = 1\n  longer = "x"\n  list = [\n    "y",\n  ]\n  b = true\n  inner {}\n}',
    );
    expect(hclObject([['k', '1']])).toBe('{\n  k = 1\n}');
  });
});
