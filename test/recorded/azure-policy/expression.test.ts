import { describe, expect, it } from 'vitest';
import type { Json } from '#shared/model/json.ts';
import { expressionOf, resolved } from './expression.ts';

const resource = {
  type: 'Microsoft.Test/resourceType',
  body: { name: 'r', properties: { list: ['a', 'b'], days: 30, text: 'T', none: '' } },
};

const parameters: Readonly<Record<string, Json>> = { places: ['*', 'eastus'], days: '365', nothing: [] };

const valueIn = (source: Json): Json =>
  resolved(expressionOf(source), {
    subject: resource,
    resource,
    counted: new Map<string, Json>([['pattern', 'a*']]),
    parameter: (name) => parameters[name] ?? null,
  });

describe('an expression gives', () => {
  it.each<readonly [Json, Json]>([
    ['plain', 'plain'],
    [true, true],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ["[parameters('places')]", ['*', 'eastus']],
    ["[first(parameters('places'))]", '*'],
    ["[first(parameters('nothing'))]", null],
    ["[length(parameters('places'))]", 2],
    ["[length('four')]", 4],
    ["[empty(field('Microsoft.Test/resourceType/text'))]", false],
    ["[empty(field('Microsoft.Test/resourceType/none'))]", true],
    ["[empty(field('Microsoft.Test/resourceType/missing'))]", true],
    ["[field('Microsoft.Test/resourceType/missing')]", ''],
    ["[field('Microsoft.Test/resourceType/list[*]')]", ['a', 'b']],
    ["[field('Microsoft.Test/resourceType/missing[*]')]", []],
    ["[field('name')]", 'r'],
    ["[current('pattern')]", 'a*'],
    ["[concat('azureml://registries/', parameters('days'), '/*')]", 'azureml://registries/365/*'],
    ["[equals('Audit', 'audit')]", false],
    ["[ equals( 'audit' , 'audit' ) ]", true],
    ["[padLeft('30', 3, '0')]", '030'],
    ["[padLeft(field('Microsoft.Test/resourceType/days'), 3, '0')]", '030'],
    ["[padLeft(parameters('days'), 3, '0')]", '365'],
    ["[concat('it''s')]", "it's"],
  ])('%j: %j', (source, expected) => {
    expect(valueIn(source)).toEqual(expected);
  });
});

describe('an expression is refused', () => {
  it.each<Json>([
    '[resourceGroup().name]',
    "[toLower('X')]",
    "[parameters('days']",
    "[parameters('days') and more]",
    "[concat('a' 'b')]",
    "[concat('a',)]",
    '[[an escaped bracket]',
    '[]',
    ["[parameters('days')]"],
    { name: { of: 'something' } },
  ])('when it is read: %j', (source) => {
    expect(() => expressionOf(source)).toThrow('not understood');
  });

  it.each<Json>([
    "[current('other')]",
    "[current('Microsoft.Test/resourceType/list[*]')]",
    "[first('text')]",
    '[length(3)]',
    "[concat('a', 3)]",
    "[padLeft('a', 'b', '0')]",
  ])('when it is worked out: %j', (source) => {
    expect(() => valueIn(source)).toThrow('not understood');
  });
});
