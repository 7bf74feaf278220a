import { actionPattern, type Cover } from './action-pattern.ts';
import type { PermissionSet, Role } from './assignment.ts';
import { type Condition, condition } from './condition/condition.ts';
import type { Request } from './condition/evaluate.ts';
import { allHold, type Judgement, oneHolds } from './judgement.ts';
import { isDataOperation } from './plane.ts';

/** What a role allows or a deny assignment covers, compiled once and asked any number of times. */
export type Grant = (request: Request) => Judgement;

export function roleGrant({ name, permissions }: Role): Grant {
  if (permissions === 'unread') return () => ({ conditions: [`the role ${name} allows it`] });
  return permissionsGrant(permissions);
}

/** The sets of a role add up: what one leaves out another may grant. */
export function permissionsGrant(sets: readonly PermissionSet[]): Grant {
  const grants = sets.map(setGrant);
  return (request) => oneHolds(grants.map((grant) => grant(request)));
}

function setGrant(set: PermissionSet): Grant {
  const depends = conditionOf(set);
  const byAction = new Map<string, Judgement>();
  const covered = (action: string): Judgement => {
    const known = byAction.get(action);
    if (known !== undefined) return known;
    const found = coveredBy(set, action);
    byAction.set(action, found);
    return found;
  };
  return (request) => {
    const granted = covered(request.action);
    return granted === false || depends === undefined ? granted : allHold([granted, depends(request)]);
  };
}

function conditionOf(set: PermissionSet): Condition | undefined {
  if (set.condition === undefined) return undefined;
  if (set.condition === 'unread') return conditionThatWasNotRead;
  return condition(set.condition);
}

const DELEGATION = /^microsoft\.authorization\/roleassignments\/(?:write|delete)$/i;

/** Built-in roles that delegate assignments do so for a list of roles: only of these operations is it then not known. */
const conditionThatWasNotRead: Condition = ({ action }) =>
  DELEGATION.test(action)
    ? { conditions: ['the condition of the role definition, which was not read, allows it'] }
    : true;

function coveredBy(set: PermissionSet, action: string): Judgement {
  const isData = isDataOperation(action);
  const granted = (isData ? set.dataActions : set.actions).map((pattern) => covers(pattern, action));
  const kept = (isData ? set.notDataActions : set.notActions).map((pattern) => spares(pattern, action));
  return allHold([oneHolds(granted), ...kept]);
}

const decided = (cover: Cover, means: { yes: boolean; no: boolean; doubtful: string }): Judgement =>
  cover === 'doubtful' ? { conditions: [means.doubtful] } : means[cover];

const covers = (pattern: string, action: string): Judgement =>
  decided(actionPattern(pattern).covers(action), {
    yes: true,
    no: false,
    doubtful: `${pattern} covers ${action}`,
  });

const spares = (pattern: string, action: string): Judgement =>
  decided(actionPattern(pattern).covers(action), {
    yes: false,
    no: true,
    doubtful: `${pattern} does not cover ${action}`,
  });
