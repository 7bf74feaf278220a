import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#shared/model/json.ts';
import { conditionOf, holds } from './rule.ts';

const TYPE = 'Microsoft.Test/resourceType';

/** The resource of the documentation’s page on arrays, and some plain fields. */
const DOCUMENTED: JsonObject = {
  name: 'test-1',
  kind: 'AIServices',
  sku: { name: 'standard' },
  identity: { type: 'SystemAssigned' },
  tags: { env: 'prod' },
  properties: {
    state: 'Enabled',
    isOpen: true,
    level: 3,
    nothing: null,
    empty: [],
    stringArray: ['a', 'b', 'c'],
    objectArray: [
      { property: 'value1', nestedArray: [1, 2] },
      { property: 'value2', nestedArray: [3, 4] },
    ],
    connections: [
      { id: 'one', properties: { connectionState: { status: 'Approved' } } },
      { id: 'two', properties: { connectionState: { status: 'Pending' } } },
    ],
    properties: { inner: 'deep' },
  },
};

const alias = (path: string): string => `${TYPE}/${path}`;

function isTrue(
  condition: Json,
  body: JsonObject = DOCUMENTED,
  parameters: Record<string, Json> = {},
): boolean {
  const resource = { type: TYPE, body };
  const parameter = (name: string): Json => parameters[name] ?? null;
  return holds(conditionOf(condition), { subject: resource, resource, counted: new Map(), parameter });
}

type Row = readonly [what: string, condition: JsonObject, expected: boolean];

describe('a field that is absent', () => {
  const absent = { field: alias('missing') };
  it.each<Row>([
    ['equals nothing', { ...absent, equals: 'x' }, false],
    ['does not equal an empty text either', { ...absent, equals: '' }, false],
    ['is unequal to anything', { ...absent, notEquals: 'x' }, true],
    ['is in no list', { ...absent, in: ['x', ''] }, false],
    ['is outside every list', { ...absent, notIn: ['x'] }, true],
    ['is outside an empty list', { ...absent, notIn: [] }, true],
    ['is like nothing', { ...absent, like: '*' }, false],
    ['is unlike anything', { ...absent, notLike: 'https://*' }, true],
    ['contains nothing', { ...absent, contains: '' }, false],
    ['does not exist', { ...absent, exists: 'true' }, false],
    ['is rightly said not to exist', { ...absent, exists: false }, true],
    ['is the same as null', { field: alias('nothing'), exists: false }, true],
  ])('%s', (_what, condition, expected) => {
    expect(isTrue(condition)).toBe(expected);
  });

  it('has no order: that is an error', () => {
    expect(() => isTrue({ ...absent, less: 1 })).toThrow('not understood');
  });
});

describe('a field that is there', () => {
  it.each<Row>([
    ['equals without regard to case', { field: alias('state'), equals: 'ENABLED' }, true],
    [
      'is found without regard to case',
      { field: 'microsoft.test/RESOURCETYPE/STATE', equals: 'Enabled' },
      true,
    ],
    ['equals a boolean in words', { field: alias('isOpen'), equals: 'True' }, true],
    ['equals a number in words', { field: alias('level'), equals: '3' }, true],
    ['equals no other value', { field: alias('isOpen'), equals: false }, false],
    ['is unequal', { field: alias('state'), notEquals: 'Disabled' }, true],
    ['is one of a list, in any case', { field: 'kind', in: ['OpenAI', 'aiservices'] }, true],
    ['is none of a list', { field: 'kind', NOTIN: ['OpenAI'] }, true],
    ['is like a beginning', { field: 'name', like: 'TEST*' }, true],
    ['is like an end', { field: 'name', like: '*-1' }, true],
    ['is like a whole, without an asterisk', { field: 'name', like: 'test' }, false],
    ['is not like what overlaps itself', { field: 'name', like: 'test-1*-1' }, false],
    ['contains a part', { field: 'name', contains: 'EST' }, true],
    ['exists', { field: alias('empty'), exists: 'true' }, true],
    ['stands beside properties', { field: alias('sku.name'), equals: 'standard' }, true],
    ['stands in properties of properties', { field: alias('inner'), equals: 'deep' }, true],
    ['is the type that the resource has', { field: 'type', equals: 'microsoft.test/resourcetype' }, true],
    ['is the kind of identity', { field: 'identity.type', equals: 'SystemAssigned' }, true],
    ['is a list, which is no text', { field: alias('stringArray'), equals: 'a' }, false],
  ])('%s', (_what, condition, expected) => {
    expect(isTrue(condition)).toBe(expected);
  });
});

const yes = { field: 'name', exists: true };
const no = { field: 'name', exists: false };

describe('logical operators', () => {
  it.each<Row>([
    ['allOf asks for all', { allOf: [yes, no] }, false],
    ['allOf of nothing is true', { allOf: [] }, true],
    ['anyOf asks for one', { anyOf: [no, yes] }, true],
    ['anyOf of nothing is false', { anyOf: [] }, false],
    ['not inverts', { not: no }, true],
    ['they nest, in any case', { ALLOF: [{ anyof: [no, { Not: { allOf: [yes, no] } }] }] }, true],
  ])('%s', (_what, condition, expected) => {
    expect(isTrue(condition)).toBe(expected);
  });
});

describe('an array alias stands for all elements', () => {
  it.each<Row>([
    ['all of which must meet it', { field: alias('stringArray[*]'), equals: 'a' }, false],
    ['all of which are unequal', { field: alias('stringArray[*]'), notEquals: 'z' }, true],
    ['one of which is equal', { field: alias('stringArray[*]'), notEquals: 'a' }, false],
    ['of which not all are equal', { not: { field: alias('stringArray[*]'), equals: 'a' } }, true],
    ['of a field of theirs', { field: alias('objectArray[*].property'), like: 'value*' }, true],
    ['of lists within lists', { field: alias('objectArray[*].nestedArray[*]'), greater: 0 }, true],
    ['of an empty list: true', { field: alias('empty[*]'), equals: 'a' }, true],
    ['of a list that is not there: true', { field: alias('missing[*].property'), exists: true }, true],
    [
      'of a list that is not there: true of the contrary',
      { field: alias('missing[*]'), exists: false },
      true,
    ],
    [
      'whose own properties are left out',
      { field: alias('connections[*].connectionState.status'), in: ['Approved', 'Pending'] },
      true,
    ],
    [
      'also where the brackets are left out',
      { field: alias('connections.connectionState.status'), notEquals: 'x' },
      true,
    ],
  ])('%s', (_what, condition, expected) => {
    expect(isTrue(condition)).toBe(expected);
  });
});

/** The additional examples of the page: a rule on the addresses of a firewall, and whether it takes effect. */
describe('the documented outcomes for two addresses', () => {
  const body = { properties: { ipRules: [{ value: '127.0.0.1' }, { value: '192.168.1.1' }] } };
  const field = alias('ipRules[*].value');
  it.each<Row>([
    ['not equal to one of them', { field, notEquals: '127.0.0.1' }, false],
    ['not equal to another', { field, notEquals: '10.0.4.1' }, true],
    ['not unequal to one of them', { not: { field, notEquals: '127.0.0.1' } }, true],
    ['not unequal to another', { not: { field, notEquals: '10.0.4.1' } }, false],
    ['not equal, one of them', { not: { field, Equals: '127.0.0.1' } }, true],
    ['not equal, another', { not: { field, Equals: '10.0.4.1' } }, true],
    ['equal to one of them', { field, Equals: '127.0.0.1' }, false],
    ['equal to another', { field, Equals: '10.0.4.1' }, false],
  ])('%s', (_what, condition, expected) => {
    expect(isTrue(condition, body)).toBe(expected);
  });
});

describe('a count', () => {
  const strings = alias('stringArray[*]');
  const objects = alias('objectArray[*]');
  const nested = alias('objectArray[*].nestedArray[*]');
  it.each<Row>([
    ['of all elements', { count: { field: strings }, equals: 3 }, true],
    ['of the elements of lists within lists', { count: { field: nested }, greaterOrEquals: 4 }, true],
    ['of a list that is not there is 0', { count: { field: alias('missing[*]') }, less: 1 }, true],
    [
      'of those that meet a condition',
      { count: { field: strings, where: { field: strings, equals: 'a' } }, equals: 1 },
      true,
    ],
    [
      'judges each element as if there were no other',
      {
        count: {
          field: objects,
          where: {
            allOf: [
              { field: `${objects}.property`, equals: 'value2' },
              { field: nested, greater: 2 },
            ],
          },
        },
        equals: 1,
      },
      true,
    ],
    [
      'may look outside the list',
      { count: { field: objects, where: { field: 'tags', exists: true } }, equals: 2 },
      true,
    ],
    [
      'within a count',
      { count: { field: objects, where: { count: { field: nested }, greaterOrEquals: 1 } }, equals: 2 },
      true,
    ],
    [
      'within a count, with a condition',
      {
        count: {
          field: objects,
          where: { count: { field: nested, where: { field: nested, in: [2, 3] } }, greaterOrEquals: 1 },
        },
        equals: 2,
      },
      true,
    ],
    [
      'of the element’s own properties',
      {
        count: {
          field: alias('connections[*]'),
          where: { field: alias('connections[*].connectionState.status'), equals: 'approved' },
        },
        equals: 1,
      },
      true,
    ],
    [
      'hands the element to current()',
      {
        count: {
          field: objects,
          where: { value: `[current('${objects}.property')]`, like: 'value*' },
        },
        equals: 2,
      },
      true,
    ],
    [
      'gives field() a list of the one element',
      { count: { field: strings, where: { value: `[length(field('${strings}'))]`, equals: 1 } }, equals: 3 },
      true,
    ],
    [
      'holds the brackets of the element that is counted, where an alias leaves them out',
      {
        count: {
          field: alias('connections[*]'),
          where: { field: alias('connections.connectionState.status'), equals: 'Approved' },
        },
        equals: 1,
      },
      true,
    ],
    [
      'of values: a name like one of the patterns',
      {
        count: {
          value: ['test*', 'dev*', 'prod*'],
          name: 'pattern',
          where: { field: 'name', like: "[current('pattern')]" },
        },
        greater: 0,
      },
      true,
    ],
    [
      'of no values is 0',
      {
        count: {
          value: "[parameters('none')]",
          name: 'one',
          where: { field: 'name', contains: "[current('one')]" },
        },
        equals: 0,
      },
      true,
    ],
  ])('%s', (_what, condition, expected) => {
    expect(isTrue(condition, DOCUMENTED, { none: [] })).toBe(expected);
  });
});

describe('what is not understood', () => {
  it.each<readonly [string, Json]>([
    ['an operator', { field: 'name', startsWith: 't' }],
    ['two operators at once', { field: 'name', equals: 't', exists: true }],
    ['two operands at once', { field: 'name', value: 'x', equals: 't' }],
    ['an operand without an operator', { field: 'name' }],
    ['a field that is calculated', { field: "[concat('tags[', 'x', ']')]", exists: true }],
    ['a count of no list', { count: { field: alias('stringArray') }, equals: 1 }],
    [
      'a count with something else in it',
      { count: { field: alias('stringArray[*]'), while: {} }, equals: 1 },
    ],
    ['a condition that is none', 'name'],
  ])('%s is refused when the rule is read', (_what, condition) => {
    expect(() => conditionOf(condition)).toThrow('not understood');
  });

  it.each<readonly [string, JsonObject]>([
    ['a field of another type', { field: 'Microsoft.Other/things/name', equals: 'x' }],
    ['a field that is neither an alias nor known', { field: 'zones', equals: 'x' }],
    ['a pattern with two asterisks', { field: 'name', like: '*e*' }],
    ['a value in place of a list', { field: 'name', in: 'test-1' }],
    ['a number and a text, in order', { count: { field: alias('stringArray[*]') }, less: '4' }],
  ])('%s is refused when it is judged', (_what, condition) => {
    expect(() => isTrue(condition)).toThrow('not understood');
  });
});
