import type { Reason } from '../decision.ts';
import { type Applied, applied, type Examined } from './applies.ts';
import type { Policy } from './statement.ts';

/** What the policies of one kind say of a request. */
export interface Layer {
  readonly allows: readonly Applied[];
  readonly denies: readonly Applied[];
}

export function layerOf(policies: readonly Policy[], request: Examined): Layer {
  const allows: Applied[] = [];
  const denies: Applied[] = [];
  for (const { statements } of policies)
    for (const statement of statements) {
      const found = applied(statement, request);
      if (found) (statement.effect === 'Allow' ? allows : denies).push(found);
    }
  return { allows, denies };
}

/** What it takes for something to be granted, three-valued. */
export type Grant =
  | { readonly truth: true; readonly because: readonly Reason[] }
  | { readonly truth: undefined; readonly because: readonly Reason[]; readonly conditions: readonly string[] }
  /** `because`: what limits it. */
  | { readonly truth: false; readonly because: readonly Reason[] };

export const NOTHING: Grant = { truth: false, because: [] };
export const GRANTED: Grant = { truth: true, because: [] };

const both = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' and ')})`;

/** Granted by any statement that holds. */
export function anyOf(allows: readonly Applied[]): Grant {
  const certain = allows.filter(({ conditions }) => conditions.length === 0);
  if (certain.length > 0) return { truth: true, because: certain.map(({ reason }) => reason) };
  if (allows.length === 0) return NOTHING;
  return {
    truth: undefined,
    because: allows.map(({ reason }) => reason),
    conditions:
      allows.length === 1
        ? (allows[0]?.conditions ?? [])
        : [alternatives(allows.map((each) => each.conditions))],
  };
}

const alternatives = (ways: readonly (readonly string[])[]): string =>
  [...new Set(ways.map(both))].join(' or ');

/** Granted where any of them grants. */
export function either(...grants: readonly Grant[]): Grant {
  const certain = grants.filter(({ truth }) => truth === true);
  if (certain.length > 0) return { truth: true, because: certain.flatMap(({ because }) => because) };
  const possible = grants.filter((grant) => grant.truth === undefined);
  if (possible.length === 0) return { truth: false, because: grants.flatMap(({ because }) => because) };
  const because = possible.flatMap((grant) => grant.because);
  const conditions = possible.length === 1 ? possible.flatMap((grant) => grant.conditions) : undefined;
  return {
    truth: undefined,
    because,
    conditions: conditions ?? [alternatives(possible.map((grant) => grant.conditions))],
  };
}

/** Granted where all of them grant; what the first that does not grant says, where one does not. */
export function allOf(...grants: readonly Grant[]): Grant {
  const failed = grants.find(({ truth }) => truth === false);
  if (failed) return failed;
  const because = grants.flatMap((grant) => grant.because);
  const conditions = grants.flatMap((grant) => (grant.truth === undefined ? grant.conditions : []));
  return conditions.length === 0
    ? { truth: true, because }
    : { truth: undefined, because, conditions: [...new Set(conditions)] };
}

/** Whether policies that grant nothing let something through. */
export function limitedBy(policies: readonly Policy[], { allows }: Layer): Grant {
  const grant = anyOf(allows);
  if (grant.truth === true) return GRANTED;
  const limits = policies.map(({ source }): Reason => ({ effect: 'limit', source, statement: '' }));
  return grant.truth === undefined ? { ...grant, because: limits } : { truth: false, because: limits };
}

/** Whether no statement denies. */
export function unlessDenied(denies: readonly Applied[]): Grant {
  const certain = denies.filter(({ conditions }) => conditions.length === 0);
  if (certain.length > 0) return { truth: false, because: certain.map(({ reason }) => reason) };
  if (denies.length === 0) return GRANTED;
  return {
    truth: undefined,
    because: denies.map(({ reason }) => reason),
    conditions: [
      ...new Set(denies.map(({ conditions }) => `not ${both(conditions).replace(/^(?!\()(.*)$/s, '($1)')}`)),
    ],
  };
}
