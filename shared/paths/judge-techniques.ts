import type { AccessIndex } from '#shared/access/access-index.ts';
import { isOfEstate } from '#shared/model/asset.ts';
import type { Evidence, Verdict } from '#shared/model/evidence.ts';
import type { Judged } from './edges.ts';
import { questionsMet } from './holders.ts';
import { grantEvidence } from './steps.ts';

/** Principals named one by one; the others are counted. */
const MOST_NAMED = 6;

/**
 * What each technique says of each target, as checks do: a fail where somebody can who is not meant to. Where that
 * hangs on conditions alone, the evidence says so.
 */
export function verdictsOf(judged: readonly Judged[], access: AccessIndex): Verdict[] {
  return judged.map((one) => verdictOf(one, access));
}

function verdictOf({ technique, target, reach }: Judged, access: AccessIndex): Verdict {
  const verdict = (judgement: Verdict['judgement'], evidence: readonly Evidence[]): Verdict => ({
    checkId: technique.id,
    assetId: target.id,
    judgement,
    evidence: [...evidence],
  });
  // What is on record only so that others can be judged has no findings of its own.
  if (!isOfEstate(target))
    return verdict('not-applicable', [
      { path: target.id, state: 'read', found: 'no AI asset', expected: technique.title },
    ]);
  switch (reach.kind) {
    case 'not-applicable':
    case 'unknown':
      return verdict(reach.kind, reach.evidence);
    case 'open':
      return verdict('fail', [
        ...reach.evidence,
        ...(reach.evidence.length > 0
          ? []
          : [
              {
                path: target.id,
                state: 'read' as const,
                found: technique.gains,
                expected: technique.title,
              },
            ]),
      ]);
    case 'held': {
      if (technique.by !== 'principal') throw new Error(`${technique.id} asks for no permission`);
      const { yes, conditional } = reach.unmeant;
      const numbers = [...yes, ...conditional];
      if (numbers.length === 0 && reach.unread) return verdict('unknown', [reach.unread]);
      if (numbers.length === 0)
        return verdict('pass', [{ path: 'principals', state: 'read', found: 0, expected: technique.title }]);
      const named = numbers.slice(0, MOST_NAMED);
      const evidence = named.flatMap((number) =>
        questionsMet(access, technique.needs, target, number).map((question) =>
          grantEvidence(
            access.principals[number]?.id ?? String(number),
            question,
            access.decide(number, question),
          ),
        ),
      );
      const more = numbers.length - named.length;
      const counted: Evidence = {
        path: 'principals',
        state: 'read',
        found: numbers.length,
        expected: technique.title,
        ...(conditional.length > 0
          ? {
              note:
                yes.length === 0
                  ? 'each of them only under a condition'
                  : `${conditional.length} of them only under a condition`,
            }
          : more > 0
            ? { note: `${more} are not named here` }
            : {}),
      };
      return verdict('fail', [counted, ...evidence]);
    }
  }
}

/** Whether a technique works only under conditions for whoever can use it. */
export const isOnlyConditional = ({ reach }: Judged): boolean =>
  reach.kind === 'held' && reach.unmeant.yes.length === 0 && reach.unmeant.conditional.length > 0;
