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
    reads: [decidedBy, 'notRead'],
    judge: ({ config }) => {
      const decided = config[decidedBy];
      if (typeof decided !== 'boolean') return { truth: undefined, evidence: [notTold(config, decidedBy)] };
      return {
        truth: decided,
        evidence: [
          { path: decidedBy, state: 'read', expected: 'false' },
          ...(decided ? quotes(config, effect, expected) : []),
        ],
      };
    },
  });

/** Why it could not be told. */
function notTold({ notRead }: Asset['config'], path: string): Evidence {
  const [why] = Array.isArray(notRead) ? notRead : [];
  return {
    path,
    state: 'unread',
    expected: 'false',
    note: typeof why === 'string' ? why : 'the file was not inspected',
  };
}

function quotes(config: Asset['config'], effect: string, expected: string): Evidence[] {
  const seen = Array.isArray(config['seen']) ? config['seen'] : [];
  const quoted = seen.flatMap((one, index) => {
    if (!isObject(one) || one['effect'] !== effect) return [];
    const isCall = one['call'] !== undefined;
    const within = Array.isArray(one['within']) ? one['within'].join(' › ') : '';
    const note = [one['rule'], within].filter(Boolean).join(', in ');
    const path = `seen[${index}].${isCall ? 'call' : 'text'}`;
    return [{ isCall, evidence: { path, state: 'read', expected, note } satisfies Evidence }];
  });
  // What is called says more than what it is called by.
  return [...quoted.filter(({ isCall }) => isCall), ...quoted.filter(({ isCall }) => !isCall)]
    .map(({ evidence }) => evidence)
    .slice(0, MOST_QUOTED);
}
