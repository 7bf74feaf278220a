import { describe, expect, it } from 'vitest';
import type { Check } from '#shared/model/check.ts';
import type { Judgement } from '#shared/model/evidence.ts';
import { field } from '#shared/model/predicate.ts';
import { checkOf } from '#test/peers/judging.ts';
import type { Compliance } from '../azure-policy/compliance.ts';
import { definitionOf } from '../azure-policy/definition.ts';
import { fromExamples } from './candidates.ts';
import { agrees, isCompared, obstacleOf, opinionOn } from './opinions.ts';

const ACCOUNTS = 'Microsoft.CognitiveServices/accounts';

/** A policy that asks for the same as a check of ours does. */
const noKeys = definitionOf(
  {
    name: 'no-keys',
    properties: {
      displayName: 'No keys',
      parameters: {},
      policyRule: {
        if: {
          allOf: [
            { field: 'type', equals: ACCOUNTS },
            { field: `${ACCOUNTS}/disableLocalAuth`, notEquals: true },
          ],
        },
        // biome-ignore lint/suspicious/noThenProperty: Azure calls it so
        then: { effect: 'audit' },
      },
    },
  },
  'no-keys',
);

const localAuthentication = checkOf('azure.cognitive-services.local-authentication');
const opinions = (check: Check) => fromExamples(check).map((one) => opinionOn(noKeys, one));
const differing = (check: Check) =>
  opinions(check)
    .filter(isCompared)
    .filter((one) => !agrees(one));

describe('a check and a policy', () => {
  it.each<readonly [Judgement, Compliance, boolean]>([
    ['fail', 'non-compliant', true],
    ['pass', 'compliant', true],
    ['not-applicable', 'compliant', true],
    ['fail', 'compliant', false],
    ['pass', 'non-compliant', false],
    ['not-applicable', 'non-compliant', false],
  ])('of which one says %s and the other %s agree: %s', (ours, theirs, expected) => {
    const [candidate] = fromExamples(localAuthentication);
    if (!candidate) throw new Error('the check has no example');
    expect(agrees({ policy: '', check: '', source: '', candidate, ours, theirs })).toBe(expected);
  });

  it('are not compared where we know nothing, and it is said what we lack', () => {
    const unknown = opinions(localAuthentication).filter(({ ours }) => ours === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.some(isCompared)).toBe(false);
    expect(unknown.map(obstacleOf)).toContainEqual(
      'we do not know: properties.disableLocalAuth is malformed',
    );
  });

  it('agree on every example where they ask for the same', () => {
    expect(differing(localAuthentication)).toEqual([]);
    expect(opinions(localAuthentication).filter(isCompared).length).toBeGreaterThan(3);
  });

  it.each<readonly [string, Check['fails']]>([
    [
      'reads the field under another name',
      field('properties.disableLocalAuthentication').absentIs(false, 'test').isNot(true),
    ],
    ['takes absent for safe', field('properties.disableLocalAuth').absentIs(true, 'test').isNot(true)],
    ['objects to the contrary', field('properties.disableLocalAuth').absentIs(false, 'test').is(true)],
  ])('differ where the check %s', (_what, fails) => {
    expect(differing({ ...localAuthentication, fails })).not.toEqual([]);
  });
});
