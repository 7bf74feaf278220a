import { getConformanceSuite, type IncrementalTest } from '@bufbuild/cel-spec/testdata/tests.js';
import { describe, expect, it } from 'vitest';
import { expression, OPEN } from '#shared/access/gcp/condition/evaluate.ts';

/** Sections of the published cases about the operators and functions that conditions of IAM have. */
const RUN: Readonly<Record<string, readonly string[]>> = {
  comparisons: [
    'eq_literal',
    'ne_literal',
    'lt_literal',
    'gt_literal',
    'lte_literal',
    'gte_literal',
    'in_list_literal',
    'in_map_literal',
    'bound',
  ],
  fp_math: ['fp_math'],
  integer_math: ['int64_math', 'uint64_math'],
  lists: ['concatenation', 'index', 'in'],
  logic: ['conditional', 'AND', 'OR', 'NOT'],
  parse: ['repeat', 'string_literals', 'selectors', 'receiver_function_names'],
  string: ['starts_with', 'ends_with', 'concatenation'],
  timestamps: [
    'timestamp_selectors',
    'timestamp_selectors_tz',
    'timestamp_equality',
    'duration_equality',
    'timestamp_arithmetic',
    'comparisons',
    'duration_converters',
  ],
};

const MESSAGES = 'about messages of protocol buffers, which no condition holds';
const CONVERSIONS = 'converts between types, for which IAM has no function but timestamp and duration';
const MACROS = 'loops, which IAM does not have';
const EXTENSION = 'an extension of CEL that IAM does not have';

/** Files and sections that are not run, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  basic:
    'whole values of every type, bytes and messages among them; literals are under parse and comparisons',
  bindings_ext: EXTENSION,
  block_ext: EXTENSION,
  'comparisons/eq_wrapper': MESSAGES,
  conversions: CONVERSIONS,
  dynamic: MESSAGES,
  encoders_ext: EXTENSION,
  enums: MESSAGES,
  fields: 'has() and maps, of which attributes of IAM are none',
  'lists/size': 'size(), which IAM does not have',
  macros: MACROS,
  macros2: MACROS,
  math_ext: EXTENSION,
  namespace: 'containers, in which no condition of IAM stands',
  optionals: EXTENSION,
  'parse/nest': 'nests messages and functions that IAM does not have',
  'parse/bytes_literals': 'bytes, of which attributes of IAM are none',
  'parse/whitespace': MESSAGES,
  'parse/comments': MESSAGES,
  'parse/struct_field_names': MESSAGES,
  plumbing: 'about the runner of the cases',
  proto2: MESSAGES,
  proto2_ext: MESSAGES,
  proto3: MESSAGES,
  'string/size': 'size(), which IAM does not have',
  'string/matches': 'regular expressions, which IAM does not have',
  'string/contains': 'contains(), which IAM does not have',
  'string/bytes_concat': 'bytes, of which attributes of IAM are none',
  string_ext: EXTENSION,
  'timestamps/timestamp_conversions': CONVERSIONS,
  'timestamps/duration_conversions': CONVERSIONS,
  'timestamps/timestamp_range': 'beyond the years 1 to 9999, which the package does not check',
  'timestamps/duration_range': 'beyond 10,000 years, which the package does not check',
  type_deductions: 'about types before evaluation',
  unknowns: 'has no cases',
  wrappers: MESSAGES,
};

/** Cases about what IAM does not have, in sections that are run: they are left open, or right. */
const NOT_OF_IAM: readonly RegExp[] = [
  /\b(?:dyn|bytes|type|size|matches|int|uint|double|string)\(/,
  /\bTestAllTypes\b|\bNestedTestAllTypes\b|google\.protobuf\./,
];

/** Cases that are not run, by what they are about. */
const CASES_LEFT_OUT: readonly (readonly [reason: string, RegExp])[] = [
  ['bytes, of which attributes of IAM are none', /\bb["']/],
  ['a bound map, of which attributes of IAM are none', /^\{'a':'b','c':'d'\} != x$/],
  ['a bound message', /^x\.getMilliseconds\(\)$/],
];

const BY_TYPE = 'the package compares no numbers of two types and no lists of two kinds: it is left open';

/** Cases that come out otherwise, and why. None of them is about something that policies are written with. */
const OTHERWISE: Readonly<Record<string, { readonly why: string; readonly is: unknown }>> = {
  '1.0 == 1': { why: BY_TYPE, is: OPEN },
  '[1] == [1.0]': { why: BY_TYPE, is: OPEN },
  '2u != 2': { why: BY_TYPE, is: OPEN },
  "['one'] == [2, 3]": { why: BY_TYPE, is: OPEN },
  '[1.0, 2.0, 3] == [1u, 2, 3u]': {
    why: 'numbers of different types in lists are taken for different',
    is: false,
  },
  '{1: 1.0, 2u: 3u} == {1u: 1, 2: 3.0}': { why: 'as in lists', is: false },
  '.99 > 9.9e-1': { why: 'the package reads no number that begins with its point', is: OPEN },
  '2.0 * 8.988466e+307 ': { why: 'the package has no infinity', is: OPEN },
  '2.0 * -8.988466e+307 ': { why: 'the package has no infinity', is: OPEN },
  '-(-9223372036854775808)': { why: 'the package does not check this overflow', is: 9223372036854775808n },
  '(-9223372036854775808)/-1': { why: 'the package does not check this overflow', is: 9223372036854775808n },
  "timestamp('2009-02-13T23:31:30Z').getHours('02:00')": { why: 'an offset without its sign', is: OPEN },
  "duration('120s') + timestamp('2009-02-13T23:01:00Z') == timestamp('2009-02-13T23:03:00Z')": {
    why: 'the package adds durations to timestamps, and not the other way',
    is: OPEN,
  },
  "timestamp('0001-01-01T00:00:01.999999999Z') + duration('999999999ns') == timestamp('0001-01-01T00:00:02.999999998Z')":
    { why: 'timestamps of the package have milliseconds', is: false },
};

interface Row {
  readonly name: string;
  readonly test: IncrementalTest;
}

const suites = getConformanceSuite().suites;
const sections = suites.flatMap((file) =>
  (file.suites.length > 0 ? file.suites : [{ name: '', tests: file.tests }]).map((section) => ({
    file: file.name,
    section: section.name,
    tests: section.tests,
  })),
);

const rows: readonly Row[] = sections.flatMap(({ file, section, tests }) =>
  RUN[file]?.includes(section)
    ? tests
        .filter(({ original }) => !CASES_LEFT_OUT.some(([, about]) => about.test(original.expr)))
        .map((test) => ({ name: `${file}/${section}: ${test.original.expr}`, test }))
    : [],
);

type ProtoValue = Extract<
  NonNullable<IncrementalTest['original']['resultMatcher']>,
  { case: 'value' }
>['value'];

/** A value of the cases as our evaluator writes it; anything else as something that equals nothing. */
function valueOfProto({ kind }: ProtoValue): unknown {
  switch (kind.case) {
    case 'boolValue':
    case 'stringValue':
    case 'doubleValue':
    case 'int64Value':
    case 'uint64Value':
      return kind.value;
    case 'nullValue':
      return null;
    case 'listValue':
      return kind.value.values.map(valueOfProto);
    default:
      return Symbol(kind.case);
  }
}

/** Unsigned numbers are objects in the package. */
const plain = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(plain)
    : typeof value === 'object' && value !== null && 'value' in value
      ? (value as { value: unknown }).value
      : value;

function valueOfCase({ expr, bindings }: IncrementalTest['original']): unknown {
  const known = new Map<string, unknown>();
  for (const [name, { kind }] of Object.entries(bindings))
    if (kind.case === 'value') known.set(name, valueOfProto(kind.value));
  const read = expression(expr);
  return read ? plain(read.valueWith(known)) : OPEN;
}

describe('the published cases of CEL', () => {
  it('are all either run or left out for a reason', () => {
    const unnamed = sections.filter(
      ({ file, section }) =>
        !RUN[file]?.includes(section) && !(file in LEFT_OUT) && !(`${file}/${section}` in LEFT_OUT),
    );
    expect(unnamed.map(({ file, section }) => `${file}/${section}`)).toEqual([]);
    const names = new Set(sections.flatMap(({ file, section }) => [file, `${file}/${section}`]));
    expect(Object.keys(LEFT_OUT).filter((name) => !names.has(name))).toEqual([]);
    const expressions = new Set(rows.map(({ test }) => test.original.expr));
    expect(Object.keys(OTHERWISE).filter((text) => !expressions.has(text))).toEqual([]);
    expect(rows).toHaveLength(676);
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_name, { test: { original } }) => {
    const found = valueOfCase(original);
    const { expr, resultMatcher } = original;
    const otherwise = OTHERWISE[expr];
    // A case without a matcher expects true; an error is no value.
    const expected =
      resultMatcher.case === 'evalError'
        ? OPEN
        : resultMatcher.case === 'value'
          ? valueOfProto(resultMatcher.value)
          : true;
    if (otherwise) expect(found, otherwise.why).toEqual(otherwise.is);
    else if (NOT_OF_IAM.some((pattern) => pattern.test(expr))) expect([OPEN, expected]).toContainEqual(found);
    else expect(found).toEqual(expected);
  });
});
