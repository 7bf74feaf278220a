import type { Risk } from '#shared/model/risk.ts';
import type { AttackPath, TargetKind } from '#shared/paths/attack-path.ts';
import { CONFIDENCE, type Hold } from '#shared/paths/technique.ts';
import { CONDITIONAL_FACTOR, EXPOSURE_FACTOR } from './finding-risk.ts';
import { scored } from './score.ts';
import { NEARNESS_OF_SOURCE } from './standing.ts';

/** What it costs to lose a target of each kind, all of it. */
export const WORTH: Readonly<Record<TargetKind, number>> = {
  'high-privilege-role': 1,
  'credentials-vault': 1,
  'model-weights': 0.9,
  'training-data': 0.85,
  'knowledge-base': 0.8,
};

/** How much of that is lost to each hold. */
export const SHARE: Readonly<Record<Hold, number>> = { control: 1, change: 0.95, read: 0.85, use: 0.5 };

/** A path of this cost is half as easy as one that costs nothing. */
export const HALF_EASE_COST = 10;

const words = (kind: string): string => kind.replaceAll('-', ' ');

/**
 * The risk of a path as a whole. It is not the sum of its steps: one more step makes a path harder, and never worse.
 * What it ends at, where it begins, its effort and the product of its confidences are multiplied.
 */
export function pathRisk(path: AttackPath): Risk {
  const { source, target, steps, cost } = path;
  const conditional = steps.filter(({ access }) => access === 'conditional').length;
  // The path's own figure where it is lower: it may know more than its steps say.
  const confidence = Math.min(
    path.confidence,
    steps.reduce(
      (product, { basis, access }) =>
        product * CONFIDENCE[basis] * (access === 'conditional' ? CONDITIONAL_FACTOR : 1),
      1,
    ),
  );
  return scored({
    severity: {
      factor: WORTH[target.kind] * SHARE[target.hold],
      because: `it ends at ${words(target.kind)}, with the hold “${target.hold}”`,
    },
    exposure: {
      factor: EXPOSURE_FACTOR[NEARNESS_OF_SOURCE[source.kind]],
      because: `it begins at ${words(source.kind)}`,
    },
    reach: {
      factor: HALF_EASE_COST / (HALF_EASE_COST + cost),
      because: `it takes ${steps.length} ${steps.length === 1 ? 'step' : 'steps'} and costs ${Math.round(cost * 10) / 10}`,
    },
    confidence: {
      factor: confidence,
      because:
        conditional > 0
          ? `its least certain step is ${path.basis}; ${conditional} of ${steps.length} only under conditions`
          : `its least certain step is ${path.basis}`,
    },
  });
}

/** The most urgent first; among equals the one with fewer steps. */
export const riskiestFirst = (a: AttackPath, b: AttackPath): number =>
  pathRisk(b).score - pathRisk(a).score || a.steps.length - b.steps.length || (a.id < b.id ? -1 : 1);
