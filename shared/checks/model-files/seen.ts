import type { Asset } from '#shared/model/asset.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';

/** How many of the things that were seen are quoted in a finding. */
const MOST_QUOTED = 5;

/** True where something of that effect was seen in the file, with what it was. */
export const sawOf = (
  effect: 'dangerous' | 'review',
  decidedBy: 'isDangerous' | 'needsReview',
  expected: string,
): Predicate =>
  judgedBy({
    sentence:
      effect === 'dangerous'
        ? 'loading the file runs what nobody meant it to'
        : 'loading the file needs what aispm does not know to be harmless',
    reads: [decidedBy],
    judge: ({ config }) => ({
      truth: config[decidedBy] === true,
      evidence: [
        { path: decidedBy, state: 'read', expected: 'false' },
        ...(config[decidedBy] === true ? quotes(config, effect, expected) : []),
      ],
    }),
  });

function quotes(config: Asset['config'], effect: string, expected: string): Evidence[] {
  const seen = Array.isArray(config['seen']) ? config['seen'] : [];
  return seen
    .flatMap((one, index): Evidence[] => {
      if (!isObject(one) || one['effect'] !== effect) return [];
      const key = one['call'] === undefined ? 'text' : 'call';
      const within = Array.isArray(one['within']) ? one['within'].join(' › ') : '';
      return [
        {
          path: `seen[${index}].${key}`,
          state: 'read',
          expected,
          note: [one['rule'], within].filter(Boolean).join(', in '),
        },
      ];
    })
    .slice(0, MOST_QUOTED);
}
