import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';

const PATH = 'AssumeRolePolicyDocument';

/**
 * The role's trust policy lets one of these services assume it, for whatever of the service somebody creates. Where it
 * does so under conditions that a new resource may or may not meet, it is not known.
 */
export const trusts = (...services: readonly string[]): Predicate =>
  judgedBy({
    sentence: `the trust policy lets ${services.join(' or ')} assume the role`,
    reads: [PATH],
    judge: ({ config: { [PATH]: document } }) => {
      const expected = `${services.join(' or ')} as a principal`;
      if (!isObject(document))
        return { truth: undefined, evidence: [{ path: PATH, state: 'absent', expected }] };
      const statements = [document['Statement']].flat();
      const trusting = statements.flatMap((found, index) =>
        isObject(found) && lets(found, services) ? [{ found, path: `${PATH}.Statement[${index}]` }] : [],
      );
      if (trusting.length === 0) {
        const found = `none of ${statements.length} statements`;
        return { truth: false, evidence: [{ path: `${PATH}.Statement`, state: 'read', found, expected }] };
      }
      return {
        truth: trusting.some(({ found }) => isForAnything(found)) ? true : undefined,
        evidence: trusting.map(({ found, path }): Evidence => ({ path, state: 'read', found, expected })),
      };
    },
  });

const textsOf = (value: Json | undefined): string[] =>
  [value].flat().filter((text) => typeof text === 'string');

function lets({ Effect, Principal, Action }: JsonObject, services: readonly string[]): boolean {
  const named = isObject(Principal) ? textsOf(Principal['Service']) : [];
  return (
    Effect === 'Allow' &&
    (Principal === '*' || named.some((name) => services.includes(name))) &&
    textsOf(Action).some((action) => /^(?:\*|sts:(?:\*|assumerole))$/i.test(action))
  );
}

/** No condition, or those alone that keep other accounts out. */
function isForAnything({ Condition }: JsonObject): boolean {
  const conditions = isObject(Condition) ? Object.values(Condition).filter(isObject) : [];
  return conditions
    .flatMap((keys) => Object.entries(keys))
    .every(
      ([key, values]) =>
        /^aws:Source(?:Account|OrgID|OrgPaths)$/i.test(key) ||
        (/^aws:SourceArn$/i.test(key) && textsOf(values).some(namesAnything)),
    );
}

/** After the account stands a star and nothing else. */
const namesAnything = (pattern: string): boolean => /^(?:\*|arn:[^:]+:[^:]+:[^:]*:[^:]*:\*)$/.test(pattern);
