import type { Verdict } from '#shared/model/evidence.ts';
import type { Analysis } from '#shared/paths/analyse.ts';
import type { AttackPath } from '#shared/paths/attack-path.ts';
import { verdictsOf } from '#shared/paths/judge-techniques.ts';

export interface Difference {
  /** Ways from outside between two ends that were not connected before. */
  readonly appears: readonly AttackPath[];
  readonly vanishes: readonly AttackPath[];
  /** Techniques that would work on an asset, for somebody who is not meant to, and do not now. */
  readonly newlyPossible: readonly Verdict[];
  readonly noLongerPossible: readonly Verdict[];
}

/** What becomes different from one estate to another. */
export function compareAnalyses(before: Analysis, after: Analysis): Difference {
  const [pathsBefore, pathsAfter] = [endsOf(before), endsOf(after)];
  const [failsBefore, failsAfter] = [failuresOf(before), failuresOf(after)];
  return {
    appears: [...pathsAfter].flatMap(([key, path]) => (pathsBefore.has(key) ? [] : [path])),
    vanishes: [...pathsBefore].flatMap(([key, path]) => (pathsAfter.has(key) ? [] : [path])),
    newlyPossible: [...failsAfter].flatMap(([key, verdict]) =>
      isMore(verdict, failsBefore.get(key)) ? [verdict] : [],
    ),
    noLongerPossible: [...failsBefore].flatMap(([key, verdict]) =>
      isMore(verdict, failsAfter.get(key)) ? [verdict] : [],
    ),
  };
}

const endsOf = (analysis: Analysis): Map<string, AttackPath> =>
  new Map(
    analysis
      .paths()
      .map((path) => [JSON.stringify([path.steps[0]?.to.id, path.source.id, path.target.id]), path]),
  );

const failuresOf = (analysis: Analysis): Map<string, Verdict> =>
  new Map(
    verdictsOf(analysis.judged, analysis.access)
      .filter(({ judgement }) => judgement === 'fail')
      .map((verdict) => [`${verdict.checkId} ${verdict.assetId}`, verdict]),
  );

/** Whether one names somebody that the other does not. */
function isMore({ evidence }: Verdict, other: Verdict | undefined): boolean {
  if (!other) return true;
  const named = new Set(other.evidence.map(({ path }) => path));
  return evidence.some(({ path }) => !named.has(path));
}
