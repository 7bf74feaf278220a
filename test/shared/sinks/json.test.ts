import { describe, expect, it } from 'vitest';
import { jsonFormat } from '#shared/sinks/json.ts';
import { jsonText, jsonTextInOrder } from '#shared/sinks/json-text.ts';
import { ACTIVE, finding, hostileTexts, kindsOfFinding, posture, withHostile } from './specimens.ts';

const textOf = (...findings: Parameters<typeof posture>) =>
  [...jsonFormat.render(posture(...findings))].join('');

describe('the posture as JSON', () => {
  it('holds every finding, asset and coverage record as it is', () => {
    const report = JSON.parse(textOf());
    expect(report).toMatchObject({ schemaVersion: '1.1', product: { name: 'aispm', version: '1.2.3' } });
    expect(report.findings).toEqual(Object.values(kindsOfFinding));
    expect(report.assets).toHaveLength(report.findings.length);
    expect(report.coverage).toEqual(posture().coverage);
  });

  it('describes each check that a finding names, once, without its predicate', () => {
    const { checks } = JSON.parse(textOf());
    expect(checks.map(({ id }: { id: string }) => id)).toEqual([
      'aws.sagemaker.notebook-direct-internet',
      'azure.cognitive-services.account-public',
      'gcp.vertex.model-unencrypted',
    ]);
    expect(checks[0]).not.toHaveProperty('fails');
  });

  it('is the same text whatever order the keys came in', () => {
    const one = finding();
    const reversed = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
    expect(textOf([reversed])).toBe(textOf([one]));
  });

  it('is valid without anything in it', () => {
    expect(JSON.parse(textOf([]))).toMatchObject({ findings: [], assets: [], checks: [] });
  });

  it.each(Object.entries(hostileTexts))('carries %s whole and harmless', (_what, text) => {
    const json = textOf([withHostile(text, finding())]);
    expect(json.replaceAll('\n', '')).not.toMatch(ACTIVE);
    expect(JSON.parse(json).findings[0].asset.name).toBe(text.toWellFormed());
  });
});

describe('jsonText', () => {
  it('escapes what a terminal or a page would act on', () => {
    expect(jsonText('\u001b\u009b\u202e\u2028\u{e0041}')).toBe(
      '"\\u001b\\u009b\\u202e\\u2028\\udb40\\udc41"',
    );
  });

  it('sorts keys, and jsonTextInOrder does not', () => {
    expect(jsonText({ b: 1, a: undefined, c: null })).toBe('{"b":1,"c":null}');
    expect(jsonText({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
    expect(jsonTextInOrder({ b: 1, a: 2 })).toBe('{"b":1,"a":2}');
  });

  it('replaces lone surrogates in keys and texts', () => {
    expect(JSON.parse(jsonText({ 'a\ud800': ['\udc00b'] }))).toEqual({ 'a\ufffd': ['\ufffdb'] });
  });
});
