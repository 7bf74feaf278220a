import { beforeAll, describe, expect, it } from 'vitest';
import { azureConnectors } from '#connectors/azure/index.ts';
import { checks } from '#shared/checks/index.ts';
import { EXAMPLES_AT } from '#shared/model/check.ts';
import { evaluate } from '#shared/model/evaluate.ts';
import { type Candidate, fromExamples, fromFixtures, replayedResources } from './azure-oracle/candidates.ts';
import { EXPLANATIONS, type Explanation } from './azure-oracle/explanations.ts';
import {
  agrees,
  type Compared,
  isCompared,
  type Opinion,
  obstacleOf,
  opinionOn,
} from './azure-oracle/opinions.ts';
import { isClaimed, REASONS, reasonOf } from './azure-oracle/unclaimed.ts';
import { definitions, type PolicyDefinition } from './azure-policy/definition.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';

const live = definitions.filter(({ deprecated }) => !deprecated);

/** A policy, a check that claims it, and what both say of every resource. */
interface Pair {
  readonly policy: PolicyDefinition;
  readonly check: string;
  readonly opinions: readonly Opinion[];
}

let pairs: Pair[];
beforeAll(async () => {
  const replayed = new Map(
    await Promise.all(
      azureConnectors.map(
        async ({ assetType }) => [assetType.id, await replayedResources(assetType)] as const,
      ),
    ),
  );
  const candidates = new Map<string, readonly Candidate[]>();
  pairs = live.flatMap((policy) =>
    checks
      .filter(({ frameworks }) => frameworks['azure-policy']?.includes(policy.name))
      .map((check) => {
        const ofCheck = candidates.get(check.id) ?? [
          ...fromFixtures(check, ({ id }) => replayed.get(id) ?? []),
          ...fromExamples(check),
        ];
        candidates.set(check.id, ofCheck);
        const asked = ofCheck.filter((one) => matters(policy, one));
        return { policy, check: check.id, opinions: asked.map((one) => opinionOn(policy, one)) };
      }),
  );
});

/** A resource with one set of parts and with another is the same to a policy that looks at none. */
const matters = ({ related, types }: PolicyDefinition, { from, parts }: Candidate): boolean =>
  from === 'examples' || parts.size === 0 || (related !== undefined && !types.includes(related.type));

const explains = (explanation: Explanation, { policy, check, ours, theirs, candidate }: Compared): boolean =>
  explanation.policy === policy &&
  explanation.check === check &&
  explanation.ours === ours &&
  explanation.theirs === theirs &&
  (!explanation.where ||
    evaluate(explanation.where, candidate.asset, candidate.resolve, EXAMPLES_AT).truth === true);

const explanationOf = (opinion: Compared): Explanation | undefined =>
  EXPLANATIONS.find((explanation) => explains(explanation, opinion));

const comparedOf = ({ opinions }: Pair): Compared[] => opinions.filter(isCompared);
const disagreements = (): Compared[] => pairs.flatMap(comparedOf).filter((opinion) => !agrees(opinion));

function linesOf(pair: Pair): string[] {
  const compared = comparedOf(pair);
  const agreed = compared.filter(agrees);
  const not = pair.opinions.filter((opinion) => !isCompared(opinion));
  const differing = Map.groupBy(
    compared.filter((opinion) => !agrees(opinion)),
    (opinion) => explanationOf(opinion)?.why ?? 'UNEXPLAINED',
  );
  const objections = agreed.filter(({ theirs }) => theirs === 'non-compliant').length;
  const onFixtures = agreed.filter(({ candidate }) => candidate.from === 'fixtures').length;
  return [
    `${pair.policy.file} | ${pair.check}: ${agreed.length} agree (${objections} object; ${onFixtures} on fixtures), ${compared.length - agreed.length} differ, ${not.length} not comparable`,
    ...[...differing].map(([why, { length }]) => `    ${length} differ: ${why}`),
    ...[...Map.groupBy(not, obstacleOf)].map(([why, { length }]) => `    ${length} not comparable: ${why}`),
  ];
}

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

describe.runIf(haveFixtures)('checks and the policies of Microsoft that they claim', () => {
  it('agree on every official example, every recorded resource and their own examples, or it is said why not', () => {
    const all = pairs.flatMap(comparedOf);
    const differing = disagreements();
    const unexplained = differing.filter((opinion) => !explanationOf(opinion));
    const opinions = pairs.flatMap((pair) => pair.opinions);
    console.log(
      [
        ...pairs.flatMap(linesOf),
        `in all: ${all.length - differing.length} agreements, ${differing.length} disagreements (${unexplained.length} unexplained), ${opinions.length - all.length} not comparable; ${new Set(pairs.map(({ policy }) => policy.name)).size} policies, ${pairs.length} pairs`,
      ].join('\n'),
    );
    expect(
      unexplained.map(
        ({ check, ours, theirs, source }) => `${check} says ${ours}, the policy ${theirs}: ${source}`,
      ),
    ).toEqual([]);
    expect(all.length - differing.length).toBeGreaterThanOrEqual(1000);
  });

  it('are compared on resources that the policy objects to and on others', () => {
    const oneSided = pairs.flatMap((pair) => {
      const said = new Set(
        comparedOf(pair)
          .filter(agrees)
          .map(({ theirs }) => theirs),
      );
      const nothingToCompare = comparedOf(pair).length === 0;
      return said.size === 2 || nothingToCompare
        ? []
        : `${pair.policy.file} | ${pair.check}: only ${[...said].join()}`;
    });
    expect(oneSided).toEqual([]);
  });

  it('differ nowhere that an explanation has outlived', () => {
    const differing = disagreements();
    const idle = EXPLANATIONS.filter(
      (explanation) => !differing.some((opinion) => explains(explanation, opinion)),
    );
    expect(idle.map(({ check, why }) => `${check}: ${why}`)).toEqual([]);
  });

  it('are live ones of Microsoft', () => {
    const names = new Set(live.map(({ name }) => name));
    const unheardOf = checks.flatMap(({ id, frameworks }) =>
      (frameworks['azure-policy'] ?? []).flatMap((name) => (names.has(name) ? [] : `${id}: ${name}`)),
    );
    expect(unheardOf).toEqual([]);
  });
});

describe.runIf(haveFixtures)('policies that no check claims', () => {
  it('are left alone for a reason', () => {
    const unclaimed = live.filter((policy) => !isClaimed(policy));
    console.log(
      [
        `${live.length - unclaimed.length} of ${live.length} live policies are claimed; not claimed:`,
        ...unclaimed.map((policy) => `  ${policy.file}: ${reasonOf(policy) ?? 'NO REASON'}`),
      ].join('\n'),
    );
    expect(unclaimed.filter((policy) => reasonOf(policy) === undefined).map(({ file }) => file)).toEqual([]);
  });

  it('have no reason where one is claimed by now, or is gone', () => {
    const stale = Object.keys(REASONS).filter(
      (name) => !live.some((one) => one.name === name && !isClaimed(one)),
    );
    expect(stale).toEqual([]);
  });
});
