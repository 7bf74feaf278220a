import type { Verdict } from '#shared/model/evidence.ts';
import type { Analysis } from '#shared/paths/analyse.ts';
import type { AttackPath } from '#shared/paths/attack-path.ts';
import { verdictsOf } from '#shared/paths/judge-techniques.ts';
import { OUTSIDE } from '#shared/paths/steps.ts';

export interface Difference {
  /** Ways from outside between two ends that were not connected before. */
  readonly appears: readonly AttackPath[];
  readonly vanishes: readonly AttackPath[];
  /** Techniques that would work on an asset, for somebody who is not meant to, and do not now. */
  readonly newlyPossible: readonly Possibility[];
  readonly noLongerPossible: readonly Possibility[];
}

/** A verdict, and who can that cannot in the other estate. */
export interface Possibility {
  readonly verdict: Verdict;
  readonly who: readonly string[];
}

const told = ({ verdict, who }: Failure, other: Failure | undefined): Possibility => ({
  verdict,
  who: [...who].filter((id) => !other?.who.has(id)).sort(),
});

/** What becomes different from one estate to another. */
export function compareAnalyses(before: Analysis, after: Analysis): Difference {
  const [pathsBefore, pathsAfter] = [endsOf(before), endsOf(after)];
  const [failsBefore, failsAfter] = [failuresOf(before), failuresOf(after)];
  return {
    appears: [...pathsAfter].flatMap(([key, path]) => (pathsBefore.has(key) ? [] : [path])),
    vanishes: [...pathsBefore].flatMap(([key, path]) => (pathsAfter.has(key) ? [] : [path])),
    newlyPossible: [...failsAfter].flatMap(([key, failure]) =>
      isMore(failure, failsBefore.get(key)) ? [told(failure, failsBefore.get(key))] : [],
    ),
    noLongerPossible: [...failsBefore].flatMap(([key, failure]) =>
      isMore(failure, failsAfter.get(key)) ? [told(failure, failsAfter.get(key))] : [],
    ),
  };
}

/** Each way in from outside is a source of its own; of anybody else the id says who it is. */
const endsOf = (analysis: Analysis): Map<string, AttackPath> =>
  new Map(
    analysis.paths().map((path) => {
      const begin = path.source.id === OUTSIDE ? (path.steps[0]?.to.id ?? '') : path.source.id;
      return [JSON.stringify([begin, path.target.id]), path];
    }),
  );

interface Failure {
  readonly verdict: Verdict;
  /** Everybody who can, by id; nobody where it is open to all. */
  readonly who: ReadonlySet<string>;
}

function failuresOf(analysis: Analysis): Map<string, Failure> {
  const failures = new Map<string, Failure>();
  const verdicts = verdictsOf(analysis.judged, analysis.access);
  for (const [number, verdict] of verdicts.entries()) {
    const reach = analysis.judged[number]?.reach;
    if (verdict.judgement !== 'fail' || !reach) continue;
    const numbers = reach.kind === 'held' ? [...reach.unmeant.yes, ...reach.unmeant.conditional] : [];
    const who = new Set(numbers.map((one) => analysis.access.principals[one]?.id ?? ''));
    failures.set(`${verdict.checkId} ${verdict.assetId}`, { verdict, who });
  }
  return failures;
}

/** Whether somebody can who could not, or it is open and was not. */
const isMore = ({ who }: Failure, other: Failure | undefined): boolean =>
  other === undefined || [...who].some((id) => !other.who.has(id));
