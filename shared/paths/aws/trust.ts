import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';

const PATH = 'AssumeRolePolicyDocument';

/** The role's trust policy lets one of these services assume it. */
export const trusts = (...services: readonly string[]): Predicate =>
  judgedBy({
    sentence: `the trust policy lets ${services.join(' or ')} assume the role`,
    reads: [PATH],
    judge: ({ config: { [PATH]: document } }) => {
      const expected = `${services.join(' or ')} as a principal`;
      if (!isObject(document))
        return { truth: undefined, evidence: [{ path: PATH, state: 'absent', expected }] };
      const statements = [document['Statement']].flat();
      const trusting = statements.flatMap((statement, index): Evidence[] =>
        lets(statement, services)
          ? [{ path: `${PATH}.Statement[${index}]`, state: 'read', found: statement ?? null, expected }]
          : [],
      );
      const found = `none of ${statements.length} statements`;
      return {
        truth: trusting.length > 0,
        evidence:
          trusting.length > 0 ? trusting : [{ path: `${PATH}.Statement`, state: 'read', found, expected }],
      };
    },
  });

function lets(statement: Json | undefined, services: readonly string[]): boolean {
  if (!isObject(statement) || statement['Effect'] !== 'Allow') return false;
  const { Principal, Action } = statement;
  const named = isObject(Principal) ? [Principal['Service']].flat() : [];
  return (
    (Principal === '*' || named.some((name) => typeof name === 'string' && services.includes(name))) &&
    [Action]
      .flat()
      .some((action) => typeof action === 'string' && /^(?:\*|sts:(?:\*|assumerole))$/i.test(action))
  );
}
