import { describe, expect, it } from 'vitest';
import { parsePythonJson } from '#shared/model-files/python-json.ts';

describe("Python's JSON", () => {
  it.each([
    ['{"a":[NaN,Infinity,-Infinity]}', { a: [null, null, null] }],
    ['{"NaN":"Infinity \\" -Infinity","b":NaN}', { NaN: 'Infinity " -Infinity', b: null }],
    ['["\\\\",NaN]', ['\\', null]],
    ['[-1,NaN]', [-1, null]],
  ])('reads %s', (text, value) => {
    expect(parsePythonJson(text)).toEqual({ value });
  });

  it.each(['', '{', '{"a":nan}', 'NaNa', "{'a':1}"])('does not read %s', (text) => {
    expect(parsePythonJson(text)).toBeUndefined();
  });
});
