/**
 * `npm run compare:iam`: what we say of generated and of hand-written requests, beside what iam-simulate says. Prints
 * how many agree and by which rule the others differ; ends with 1 where a difference has no rule.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Decision } from '#shared/access/decision.ts';
import { scenarios } from '#test/shared/access/aws/generated.ts';
import { decided, type Scenario } from '#test/shared/access/aws/scenario.ts';
import { divergences } from './divergences.ts';
import { type Answer, answersOf, ORACLE } from './oracle.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '20261125' },
    show: { type: 'string', default: '5' },
  },
});

const asked: readonly Scenario[] = fc.sample(scenarios, {
  numRuns: Number(values.requests),
  seed: Number(values.seed),
});

const inTheirWords = ({ access, because }: Decision): string => {
  if (access === 'yes') return 'Allowed';
  if (access === 'conditional') return 'conditional';
  return because.some(({ effect }) => effect === 'deny') ? 'ExplicitlyDenied' : 'ImplicitlyDenied';
};

const began = performance.now();
const ours = asked.map((scenario) => decided(scenario));
const oursSeconds = (performance.now() - began) / 1000;
const theirs = await answersOf(asked);
const theirsSeconds = (performance.now() - began) / 1000 - oursSeconds;

const counts = new Map<string, number>();
const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
let shown = 0;
let unexplained = 0;
for (const [index, scenario] of asked.entries()) {
  const decision = ours[index] as Decision;
  const answer = theirs[index] as Answer;
  const said = 'refused' in answer ? 'refused' : answer.access;
  if ('refused' in answer || answer.ignored) {
    count('refused');
    if (shown++ < Number(values.show))
      console.log('REFUSED', JSON.stringify(answer), JSON.stringify(scenario));
    continue;
  }
  count(`theirs ${said}`);
  if (inTheirWords(decision) === said) {
    count('agree');
    continue;
  }
  const known = divergences.find(({ explains }) => explains(scenario, decision));
  count(known ? `differs: ${known.name}` : 'UNEXPLAINED');
  if (known) continue;
  unexplained += 1;
  if (shown++ < Number(values.show))
    console.log('\n', said, JSON.stringify(decision), JSON.stringify(scenario));
}
console.log(ORACLE, Object.fromEntries(counts), { oursSeconds, theirsSeconds });
if (unexplained > 0) process.exitCode = 1;
