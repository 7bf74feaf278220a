import { describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { bindGovernance } from '#shared/model/bind.ts';
import { type Check, EXAMPLES_AT, type Example, isRelatedExample, judge } from '#shared/model/check.ts';
import type { Judgement } from '#shared/model/evidence.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import { mutations } from '#shared/model/mutate.ts';
import { walk } from '#shared/model/predicate.ts';
import { configOf, governanceOf, staged } from './staged.ts';

function judgementOf(check: Check, example: Example) {
  const { asset, resolve } = staged(check, example);
  return judge(
    bindGovernance(check, { ...DEFAULT_GOVERNANCE, ...governanceOf(example) }),
    asset,
    resolve,
    EXAMPLES_AT,
  );
}

const kinds = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['unknown', 'unknown'],
  ['notApplicable', 'not-applicable'],
] as const satisfies readonly (readonly [keyof Check['examples'], Judgement])[];

describe.each(checks)('$id', (check) => {
  const rows = kinds.flatMap(([key, judgement]) =>
    (check.examples[key] ?? []).map((example) => ({ judgement, example })),
  );

  it.each(rows)('judges $example as $judgement, with evidence', ({ example, judgement }) => {
    const verdict = judgementOf(check, example);
    expect(verdict).toMatchObject({ judgement });
    expect(verdict.evidence).not.toHaveLength(0);
    // What was read is quoted, so that a reader can compare.
    for (const { state, found, path } of verdict.evidence)
      if (state === 'read') expect(found, path).toBeDefined();
  });

  const comparing = [...walk(check.fails)].some(({ kind }) => kind === 'field');
  const follows = [...walk(check.fails)].some(({ kind }) => kind === 'related');
  it.runIf(comparing && !follows)('changes its mind when a field that it compares changes', () => {
    const failing = check.examples.fail.map(configOf);
    for (const example of check.examples.pass) {
      const config = configOf(example);
      const $governance = governanceOf(example);
      const others = isRelatedExample(example) ? { $related: example.$related ?? {} } : {};
      const bound = bindGovernance(check, { ...DEFAULT_GOVERNANCE, ...$governance });
      const judgements = mutations(bound.fails, config, failing).map(
        (mutation) => judgementOf(check, { ...others, $config: mutation.config, $governance }).judgement,
      );
      const hasFunction = [...walk(check.fails)].some(({ kind }) => kind === 'function');
      if (!hasFunction) expect(judgements, JSON.stringify(config)).toContain('fail');
    }
  });

  it('says unknown, not pass or fail, of an asset that was listed and not read', () => {
    const unread = {
      $unread: { operation: 'x:Describe', outcome: 'denied', permission: 'x:Describe' },
    } as const;
    const { asset } = staged(check, {});
    const verdict = judge(check, { ...asset, malformed: [], unread }, () => undefined, EXAMPLES_AT);
    expect(['unknown', 'not-applicable']).toContain(verdict.judgement);
  });
});

describe('the catalogue', () => {
  it('has an id for each check that its path gives, each once', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });
  it.each(checks)(
    '$id says why, how to fix it three ways, and where the field is documented',
    ({ why, fix, source, title }) => {
      for (const text of [why, fix.console, fix.cli, source, title]) expect(text.length).toBeGreaterThan(8);
      expect(fix.cloudformation ?? fix.bicep ?? fix.terraform, 'infrastructure as code').toBeDefined();
    },
  );
});
