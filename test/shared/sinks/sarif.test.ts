import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { sarifFormat } from '#shared/sinks/sarif.ts';
import { ACTIVE, finding, hostileTexts, kindsOfFinding, posture, withHostile } from './specimens.ts';

const SCHEMA = new URL('schemas/sarif-2.1.0.json', import.meta.url);
// The published schema has a pattern that is no regular expression under the unicode flag.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
const violations = (log: unknown) => (validate(log) ? [] : validate.errors);

const textOf = (findings?: Finding[]) => [...sarifFormat.render(posture(findings))].join('');
const logOf = (findings?: Finding[]): Log => JSON.parse(textOf(findings));
const resultsOf = (log: Log): Result[] => log.runs[0]?.results ?? [];

describe('every log keeps the SARIF 2.1.0 contract', () => {
  it('with all kinds of findings', () => {
    expect(violations(logOf())).toEqual([]);
  });

  it('with none', () => {
    const log = logOf([]);
    expect(violations(log)).toEqual([]);
    expect(resultsOf(log)).toEqual([]);
  });

  it.each(Object.entries(hostileTexts))('%s', (_what, text) => {
    const json = textOf(Object.values(kindsOfFinding).map((base) => withHostile(text, base)));
    expect(json.replaceAll('\n', '')).not.toMatch(ACTIVE);
    const log: Log = JSON.parse(json);
    expect(violations(log)).toEqual([]);
    for (const { message, locations } of resultsOf(log)) {
      expect(message.text).not.toMatch(ACTIVE);
      expect(message.text?.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]|\]\(/);
      const address = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(new URL(address, 'file:///root/').pathname.split('/')).toHaveLength(7);
      expect(address).toMatch(/^[A-Za-z0-9%._~!'()*/-]+$/);
    }
  });

  it('notices what is wrong', () => {
    const log = logOf([finding()]);
    const [result] = resultsOf(log);
    Object.assign(result ?? {}, { level: 'grave', colour: 'red' });
    Object.assign(result?.locations?.[0]?.physicalLocation?.artifactLocation ?? {}, { uri: 'a b' });
    expect(violations(log)?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual(
      expect.arrayContaining([
        '/runs/0/results/0 additionalProperties',
        '/runs/0/results/0/level enum',
        '/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri format',
      ]),
    );
  });
});

describe('what it says', () => {
  it('gives each finding that is not resolved a result under the rule of its check', () => {
    const log = logOf();
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    const present = Object.values(kindsOfFinding).filter(({ status }) => status !== 'resolved');
    expect(resultsOf(log).map(({ ruleId }) => ruleId)).toEqual(present.map(({ checkId }) => checkId));
    for (const { ruleId, ruleIndex } of resultsOf(log)) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  });

  it.each([
    ['critical', 'error', 9.1, 10],
    ['high', 'error', 7, 8.9],
    ['medium', 'warning', 4, 6.9],
    ['low', 'note', 0.1, 3.9],
    ['informational', 'note', 0, 0],
  ] as const)('%s is level %s, with a security-severity from %d to %d', (severity, level, low, high) => {
    const [result] = resultsOf(logOf([finding({ severity })]));
    expect(result?.level).toBe(level);
    const score = Number(result?.properties?.['security-severity']);
    expect(score).toBeGreaterThanOrEqual(low);
    expect(score).toBeLessThanOrEqual(high);
  });

  it('keeps fingerprint and location while evidence, name and severity change', () => {
    const [before] = resultsOf(logOf([finding()]));
    const [after] = resultsOf(
      logOf([finding({ severity: 'low', evidence: [], asset: { ...finding().asset, name: 'renamed' } })]),
    );
    expect(after?.partialFingerprints).toEqual(before?.partialFingerprints);
    expect(after?.locations?.[0]?.physicalLocation).toEqual(before?.locations?.[0]?.physicalLocation);
  });

  it('marks a suppressed finding as suppressed, with the reason', () => {
    const [result] = resultsOf(logOf([kindsOfFinding['a suppressed finding'] ?? finding()]));
    expect(result?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'sandbox (ana, until 2026-06-01T00:00:00.000Z)',
      },
    ]);
    expect(resultsOf(logOf([finding()]))[0]).not.toHaveProperty('suppressions');
  });

  it('explains the rule in text and in markdown, braces doubled', () => {
    const rule = logOf([finding()]).runs[0]?.tool.driver.rules?.[0];
    expect(rule?.help?.text).toContain('Recreate it in a subnet.');
    expect(rule?.help?.markdown).toContain('```sh\naws sagemaker create-notebook-instance\n```');
    expect(rule?.help?.markdown).toContain('{{\n  "DirectInternetAccess": "Disabled"\n}}');
  });

  it('notes what was not read, and only that', () => {
    const notes = logOf().runs[0]?.invocations?.[0]?.toolExecutionNotifications;
    expect(notes?.map(({ message }) => message.text)).toEqual([
      'sagemaker:ListModels in aws/111122223333/eu-west-1 was not read (denied); it needs sagemaker:ListModels: not authorized⟨U+001B⟩[31m {{x}}',
    ]);
  });
});
