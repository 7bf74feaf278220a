/**
 * `npm run compare:iam`: what we say of generated and of hand-written requests, beside what iam-simulate says. Prints
 * how many agree and by which rule the others differ; ends with 1 where a difference has no rule.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Decision } from '#shared/access/decision.ts';
import { cases } from '#test/shared/access/aws/cases.ts';
import { scenarios } from '#test/shared/access/aws/generated.ts';
import { decided, type Scenario } from '#test/shared/access/aws/scenario.ts';
import { divergences } from './divergences.ts';
import { type Answer, type Ask, ORACLE, withOracle } from './oracle.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '20261125' },
    /** How many unexplained differences to print whole. */
    show: { type: 'string', default: '5' },
  },
});

/** Hand-written ones with a key that the oracle does not know. */
const MOST_NOT_COMPARED = 2;

/** A scenario on which the two differ. */
interface Difference {
  readonly scenario: Scenario;
  readonly ours: Decision;
  readonly theirs: Answer;
}

const inTheirWords = ({ access, because }: Decision): string => {
  if (access === 'yes') return 'Allowed';
  if (access === 'conditional') return 'conditional';
  return because.some(({ effect }) => effect === 'deny') ? 'ExplicitlyDenied' : 'ImplicitlyDenied';
};
const said = (answer: Answer | undefined): string =>
  answer === undefined || 'refused' in answer ? 'refused' : answer.access;

/** Without a condition that only the documentation leaves open. */
const expectedAfter = (ours: Decision): string =>
  ours.access === 'conditional' ? 'Allowed' : inTheirWords(ours);

/** Which rules explain the differences: after rewriting by one, or else by all, the oracle says what we say. */
async function explain(differences: readonly Difference[], ask: Ask): Promise<(string | undefined)[]> {
  const explained: (string | undefined)[] = differences.map(() => undefined);
  const ways = [
    ...divergences.map(({ name, rewrite }) => ({ name, rewrite })),
    {
      name: 'several of these',
      rewrite: (scenario: Scenario, ours: Decision) =>
        divergences.reduce((rewritten, { rewrite }) => rewrite(rewritten, ours), scenario),
    },
  ];
  for (const { name, rewrite } of ways) {
    const rewritten = differences.flatMap(({ scenario, ours }, index) => {
      if (explained[index] !== undefined) return [];
      const changed = rewrite(scenario, ours);
      return JSON.stringify(changed) === JSON.stringify(scenario) ? [] : [{ index, changed, ours }];
    });
    const answers = await ask(rewritten.map(({ changed }) => changed));
    for (const [at, { index, changed, ours }] of rewritten.entries()) {
      const same = expectedAfter(decided(changed)) === expectedAfter(ours);
      if (same && said(answers[at]) === expectedAfter(ours)) explained[index] = name;
    }
  }
  return explained;
}

const asked: readonly Scenario[] = [
  ...cases.map(({ scenario }) => scenario),
  ...fc.sample(scenarios, { numRuns: Number(values.requests), seed: Number(values.seed) }),
];
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1);
const ours = asked.map((scenario) => decided(scenario));
console.log(
  `${cases.length} hand-written and ${values.requests} generated requests decided in ${seconds()} s, their policies read anew for each`,
);

await withOracle(async (ask) => {
  const answers = await ask(asked);
  console.log(`${ORACLE} has answered after ${seconds()} s`);
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const differences: Difference[] = [];
  const notCompared: string[] = [];
  for (const [index, scenario] of asked.entries()) {
    const decision = ours[index];
    const theirs = answers[index];
    if (!decision || !theirs) throw new Error('an answer is missing');
    // A key that it leaves out, or a request that it does not take, would make the comparison one of something else.
    if ('refused' in theirs || theirs.ignored) {
      const why = 'refused' in theirs ? theirs.refused : `does not know ${theirs.ignored?.join(', ')}`;
      notCompared.push(`${cases[index]?.title ?? JSON.stringify(scenario)}: ${why}`);
      continue;
    }
    count(theirs.access);
    if (inTheirWords(decision) !== theirs.access) differences.push({ scenario, ours: decision, theirs });
  }
  const explained = await explain(differences, ask);
  console.log('\nThe oracle says:');
  for (const [what, times] of counts) console.log(`${String(times).padStart(7)}  ${what}`);
  console.log(`\n${String(asked.length - differences.length - notCompared.length).padStart(7)}  agree`);
  for (const [name, ofRule] of Map.groupBy(explained, (name) => name))
    console.log(`${String(ofRule.length).padStart(7)}  differ: ${name ?? 'UNEXPLAINED'}`);
  console.log(`${String(notCompared.length).padStart(7)}  not compared`);
  for (const each of notCompared) console.log(`         ${each}`);
  console.log('');
  for (const { name, because, page } of divergences.filter((each) => explained.includes(each.name)))
    console.log(`${name}: ${because}\n  ${page}`);
  const unexplained = differences.filter((_, index) => explained[index] === undefined);
  for (const difference of unexplained.slice(0, Number(values.show)))
    console.log(`\n${JSON.stringify(difference)}`);
  if (unexplained.length > 0 || notCompared.length > MOST_NOT_COMPARED) process.exitCode = 1;
});
console.log(`after ${seconds()} s`);
