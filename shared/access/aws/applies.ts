import type { Reason } from '../decision.ts';
import { type Caller, type Naming, namingOf } from './caller.ts';
import { expand } from './conditions/variables.ts';
import { byField, covers, intersects, matches, type Pattern, resourcePattern } from './pattern.ts';
import type { Request } from './request.ts';
import type { Principals, Statement } from './statement.ts';
import { speaksOf } from './statement.ts';

/** A statement that holds for a request, or may. */
export interface Applied {
  readonly reason: Reason;
  /** By what name the policy of a resource grants it; `unnamed` in all other policies. */
  readonly naming: Exclude<Naming, 'not' | 'perhaps'> | 'unnamed';
  /** What must be so for it to hold; empty where it does. */
  readonly conditions: readonly string[];
}

/** A request for one resource, or a bound on what is decided of those that can be chosen. */
export interface Examined extends Request {
  readonly open?: Bound | undefined;
  /** Whether the caller has a permissions boundary. */
  readonly isBounded: boolean;
}

/**
 * All resources that can be chosen at once. `best`: each Allow holds that holds for some of them, each Deny only where
 * it holds for all, so that none of them gets more. `worst`: the other way round, so that none gets less.
 */
export interface Bound {
  readonly asked: Pattern;
  readonly bound: 'best' | 'worst';
}

/** `undefined` where the statement does not hold. */
export function applied(statement: Statement, request: Examined): Applied | undefined {
  if (!speaksOf(statement.actions, request.action)) return undefined;
  const conditions: string[] = [];
  const naming = namingBy(statement, request, conditions);
  if (naming === undefined) return undefined;
  if (!reaches(statement, request, conditions)) return undefined;
  for (const condition of statement.conditions) {
    const truth = condition.holds(request.context);
    if (truth === false) return undefined;
    if (truth === undefined) conditions.push(condition.text);
  }
  const { effect, source, name } = statement;
  return {
    reason: { effect: effect === 'Allow' ? 'allow' : 'deny', source, statement: name },
    naming,
    conditions,
  };
}

function namingBy(
  { principals, effect }: Statement,
  { caller, isBounded }: Examined,
  conditions: string[],
): Applied['naming'] | undefined {
  if (principals === undefined) return 'unnamed';
  if (principals.isNot) {
    // “The NotPrincipal element with a Deny effect will always deny any IAM principal that has a permissions boundary.”
    const spared = isBounded && effect === 'Deny' ? false : sparing(principals, caller, effect);
    if (spared === true) return undefined;
    if (spared === undefined) conditions.push(`NotPrincipal does not spare ${caller.account}`);
    return 'itself';
  }
  const naming = namingOf(principals, caller);
  if (naming === 'not') return undefined;
  if (naming !== 'perhaps') return naming;
  conditions.push(`sts:RoleSessionName ${sessionsNamed(principals, caller).join(', ')}`);
  return 'itself';
}

/** The names of sessions of the role that the policy names. */
const sessionsNamed = ({ identities }: Principals, { sessionsOf = '' }: Caller): string[] =>
  [...identities].filter((id) => id.startsWith(sessionsOf)).map((id) => id.slice(sessionsOf.length));

/**
 * Whether a `NotPrincipal` spares the caller. “You must also specify the account ARN of the not-denied principal.
 * Otherwise, the policy might deny access to the entire account”: AWS may look at the account, the role and the
 * session in turn, so that where only some of them are named, nobody knows.
 * Source: IAM User Guide, “AWS JSON policy elements: NotPrincipal”.
 */
function sparing(principals: Principals, caller: Caller, effect: Statement['effect']): boolean | undefined {
  const naming = namingOf(principals, caller);
  if (naming === 'not') return false;
  // It is not supported with Allow; where it stands, whom it names is not let in.
  if (effect === 'Allow' || principals.everybody || caller.account === '') return true;
  if (caller.kind === 'root') return naming === 'account';
  const isNamed = naming === 'itself' || naming === 'actsAs';
  return isNamed && principals.accounts.has(caller.account) ? true : undefined;
}

/** Whether the statement speaks of the resource; says on what it depends where it may. */
function reaches({ resources, effect }: Statement, request: Examined, conditions: string[]): boolean {
  if (resources === undefined) return true;
  const { isNot, patterns, templates } = resources;
  const { open, resource } = request;
  const isGenerous = open !== undefined && (effect === 'Allow') === (open.bound === 'best');
  const names = (pattern: Pattern): boolean => {
    if (open === undefined) return matches(pattern, resource);
    return isGenerous === isNot
      ? covers(byField(pattern), open.asked)
      : intersects(byField(pattern), open.asked);
  };
  for (const pattern of patterns) if (names(pattern)) return !isNot;
  let mayBe: string | undefined;
  for (const template of templates) {
    if (!names(template.widest)) continue;
    const expanded = expand(template, request.context);
    if (expanded === undefined) mayBe = template.text;
    // “The value is effectively null”: it is like nothing.
    else if (expanded !== 'unresolved' && names(resourcePattern(expanded.text))) return !isNot;
  }
  if (mayBe === undefined) return isNot;
  if (open !== undefined && !isGenerous) return false;
  conditions.push(`${isNot ? 'NotResource' : 'Resource'} ${mayBe}`);
  return true;
}
