import type { AccessIndex, Holders, Principal, PrincipalNumbers, Question } from '../access-index.ts';
import type { Decision, Reason } from '../decision.ts';
import { either, NOBODY, numbersOf } from '../principal-sets.ts';
import { ALL_PRINCIPALS, type DenyAssignment, type Role, type RoleAssignment } from './assignment.ts';
import { type Condition, condition } from './condition/condition.ts';
import type { Request } from './condition/evaluate.ts';
import { type Groups, groupsOf } from './groups.ts';
import { includesRole } from './includes-role.ts';
import { allHold, holdsNot, type Judgement, oneHolds } from './judgement.ts';
import { type Grant, permissionsGrant, roleGrant } from './permissions.ts';
import { requestOf } from './request.ts';
import { containersOf, normalScope, subscriptionOf } from './scope.ts';

/** What Azure role-based access control decides by, as far as it was read. */
export interface Assignments {
  readonly principals: readonly Principal[];
  readonly roleAssignments: readonly RoleAssignment[];
  readonly denyAssignments: readonly DenyAssignment[];
  /** The scopes above a subscription, its management groups and the root, by the subscription's id. */
  readonly above: ReadonlyMap<string, ReadonlySet<string>>;
  /** Object ids of whatever is, or may be, a group. */
  readonly groups: ReadonlySet<string>;
  /** Object ids by the group's object id; groups whose members were not read are left out. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly unread: readonly string[];
}

interface CompiledRole {
  readonly id: string;
  readonly scope: string;
  readonly principal: number;
  readonly role: Role;
  readonly grant: Grant;
  readonly condition: Condition | undefined;
}

interface CompiledDeny {
  readonly declared: DenyAssignment;
  readonly scope: string;
  readonly principals: readonly string[];
  readonly excluded: readonly string[];
  readonly grant: Grant;
  readonly condition: Condition | undefined;
}

/** One way in which somebody is allowed, and whether it is open. */
interface Way {
  readonly judgement: Judgement;
  readonly reason: Reason;
}

interface Denial {
  readonly deny: CompiledDeny;
  readonly judgement: Judgement;
}

/** Where a question is asked. */
interface Place {
  readonly resource: string;
  readonly subscription: string;
  /** The resource and all that it lies in. */
  readonly scopes: readonly string[];
  /** Scopes within the resource at which something is assigned, where the operation is on what is within it. */
  readonly below: readonly string[];
}

interface Settled {
  readonly yes: PrincipalNumbers;
  readonly open: readonly CompiledRole[];
}

const DELEGATE = 'Microsoft.Authorization/roleAssignments/write';

/**
 * How Azure decides: a deny assignment that applies decides; otherwise what any role assignment grants is granted
 * (https://learn.microsoft.com/azure/role-based-access-control/overview).
 */
export function compileAccess(assignments: Assignments): AccessIndex {
  return new CompiledAccess(assignments);
}

class CompiledAccess implements AccessIndex {
  readonly principals: readonly Principal[];
  readonly unread: readonly string[];
  readonly #ids: readonly string[];
  readonly #groups: Groups;
  readonly #isGroup: ReadonlySet<string>;
  readonly #above: ReadonlyMap<string, readonly string[]>;
  readonly #assigned: ReadonlyMap<number, readonly CompiledRole[]>;
  readonly #powers = new Map<number, readonly CompiledRole[]>();
  readonly #roles: ReadonlyMap<string, readonly CompiledRole[]>;
  readonly #denies: ReadonlyMap<string, readonly CompiledDeny[]>;
  /** Every scope that something is assigned at, sorted, so that those below a resource stand together. */
  readonly #scopes: readonly string[];
  readonly #remembered = new Map<string, Settled>();

  constructor({ principals, roleAssignments, denyAssignments, above, groups, members, unread }: Assignments) {
    this.principals = principals;
    this.unread = unread;
    this.#ids = principals.map(({ id }) => id.toLowerCase());
    this.#isGroup = new Set([...groups].map((id) => id.toLowerCase()));
    this.#groups = groupsOf(this.#isGroup, lowerCase(members));
    this.#above = new Map(
      [...above].map(([subscription, scopes]) => [subscription.toLowerCase(), [...scopes].map(normalScope)]),
    );
    const roles = compiledRoles(roleAssignments, this.#ids);
    this.#roles = byScope(roles);
    this.#assigned = Map.groupBy(roles, ({ principal }) => principal);
    this.#denies = byScope(denyAssignments.map(compiledDeny));
    this.#scopes = [...this.#roles.keys()].sort();
  }

  holders(question: Question): Holders {
    const place = this.#place(question);
    const isPlain = this.#deniedAt(place, question).length === 0 && !this.#groups.areKnown;
    return isPlain ? this.#granted(place, question) : this.#judged(place, question);
  }

  decide(principal: number, question: Question): Decision {
    const known = this.#groups.of(this.#ids[principal] ?? '');
    const isAsked = (other: number): boolean => other === principal || known.has(this.#ids[other] ?? '');
    return this.#ask(this.#place(question), question, isAsked).decide(principal);
  }

  covers(strong: number, weak: number): boolean | undefined {
    if (this.#denies.size > 0 || !this.#assigned.has(weak)) return undefined;
    const own = this.#assigned.get(strong) ?? [];
    const covered = this.#powersOf(weak).every((power) =>
      own.some((one) => this.#reaches(one.scope, power.scope) && includesRole(one, power)),
    );
    return covered || undefined;
  }

  /** All that somebody may do, as a member of groups whose members were not read, too. */
  #powersOf(principal: number): readonly CompiledRole[] {
    const known = this.#powers.get(principal);
    if (known) return known;
    const id = this.#ids[principal] ?? '';
    const powers = [...this.#assigned].flatMap(([other, roles]) => {
      const group = this.#ids[other] ?? '';
      const isIn = this.#isGroup.has(group) && this.#groups.contains(group, id) !== false;
      return other === principal || isIn ? roles : [];
    });
    this.#powers.set(principal, powers);
    return powers;
  }

  #reaches(scope: string, inner: string): boolean {
    return (
      containersOf(inner).includes(scope) ||
      (this.#above.get(subscriptionOf(inner) ?? '') ?? []).includes(scope)
    );
  }

  /** Who may assign any role to anybody may do everything. */
  administrators(account: string): PrincipalNumbers {
    return this.holders({ permission: DELEGATE, resource: `/subscriptions/${account}` }).yes;
  }

  #place({ resource, permission }: Question): Place {
    const asked = normalScope(resource);
    const subscription = subscriptionOf(asked) ?? '';
    return {
      resource: asked,
      subscription,
      scopes: [...containersOf(asked), ...(this.#above.get(subscription) ?? [])],
      below: isDeeper(permission, asked) ? this.#scopesBelow(asked) : [],
    };
  }

  /** Where nothing is denied and no members are known, what most assignments grant is the same for many resources. */
  #granted(place: Place, question: Question): Holders {
    const { yes, open } = this.#settled(place, question.permission);
    const below = place.below.flatMap((scope) => this.#roles.get(scope) ?? []);
    if (open.length + below.length === 0) return { yes, conditional: NOBODY.conditional };
    const judge = remembering(requestOf(question));
    const answered = open.map((role) => ({ role, judgement: judge(role) }));
    const partly = [
      ...answered.filter(({ judgement }) => typeof judgement === 'object').map(({ role }) => role),
      ...below.filter((role) => judge(role) !== false),
    ];
    const surely = answered.filter(({ judgement }) => judgement === true).map(({ role }) => role);
    return either({ yes, conditional: principalsOf(partly) }, { ...NOBODY, yes: principalsOf(surely) });
  }

  /** What is granted whatever more is known of the request, and the assignments for which that matters. */
  #settled({ scopes, subscription }: Place, permission: string): Settled {
    const assigned = scopes.filter((scope) => this.#roles.has(scope));
    // The innermost scope at which something is assigned has all the others above it.
    const key = `${permission} ${subscription} ${assigned[0]}`;
    const known = this.#remembered.get(key);
    if (known) return known;
    const judge = remembering(requestOf({ permission, resource: '' }));
    const judged = assigned
      .flatMap((scope) => this.#roles.get(scope) ?? [])
      .map((role) => ({ role, judgement: judge(role) }));
    const settled: Settled = {
      yes: principalsOf(judged.filter(({ judgement }) => judgement === true).map(({ role }) => role)),
      open: judged.filter(({ judgement }) => typeof judgement === 'object').map(({ role }) => role),
    };
    this.#remembered.set(key, settled);
    return settled;
  }

  #judged(place: Place, question: Question): Holders {
    const asked = this.#ask(place, question, () => true);
    const decided = asked
      .candidates()
      .map((principal) => [principal, asked.decide(principal).access] as const);
    const held = (access: 'yes' | 'conditional') =>
      numbersOf(decided.filter(([, found]) => found === access).map(([principal]) => principal));
    return { yes: held('yes'), conditional: held('conditional') };
  }

  #ask(place: Place, question: Question, isAsked: (principal: number) => boolean): Asked {
    const { scopes, below } = place;
    const judge = remembering(requestOf(question));
    const ways = new Map<number, Way[]>();
    const add = (role: CompiledRole, further: Judgement): void => {
      if (!isAsked(role.principal)) return;
      const judgement = allHold([judge(role), further]);
      if (judgement === false) return;
      const own = ways.get(role.principal) ?? [];
      ways.set(role.principal, own);
      own.push({ judgement, reason: { effect: 'allow', source: role.id, statement: role.role.name } });
    };
    for (const scope of scopes) for (const role of this.#roles.get(scope) ?? []) add(role, true);
    for (const scope of below)
      for (const role of this.#roles.get(scope) ?? [])
        add(role, { conditions: [`the resource is in ${scope}`] });
    const denies = this.#deniedAt(place, question);
    return new Asked(ways, denies, this.#ids, this.#groups, this.#isGroup);
  }

  /** The deny assignments that may have something to say, and whether they surely have. */
  #deniedAt({ resource, scopes }: Place, question: Question): Denial[] {
    const found = scopes.flatMap((scope) =>
      (this.#denies.get(scope) ?? []).filter(
        ({ declared }) => declared.reachesChildren || scope === resource,
      ),
    );
    if (found.length === 0) return [];
    const judge = remembering(requestOf(question));
    return found
      .map((deny) => ({ deny, judgement: judge(deny) }))
      .filter(({ judgement }) => judgement !== false);
  }

  #scopesBelow(resource: string): readonly string[] {
    const prefix = `${resource}/`;
    let low = 0;
    let high = this.#scopes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#scopes[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.#scopes[end]?.startsWith(prefix)) end += 1;
    return this.#scopes.slice(low, end);
  }
}

/** One question, with what applies to its resource. */
class Asked {
  readonly #ways: ReadonlyMap<number, readonly Way[]>;
  readonly #denies: readonly Denial[];
  readonly #ids: readonly string[];
  readonly #groups: Groups;
  readonly #isGroup: ReadonlySet<string>;

  constructor(
    ways: ReadonlyMap<number, readonly Way[]>,
    denies: readonly Denial[],
    ids: readonly string[],
    groups: Groups,
    isGroup: ReadonlySet<string>,
  ) {
    this.#ways = ways;
    this.#denies = denies;
    this.#ids = ids;
    this.#groups = groups;
    this.#isGroup = isGroup;
  }

  /** Those whom something allows, themselves or as a member of a group; in ascending order. */
  candidates(): number[] {
    const granted = new Set([...this.#ways.keys()].map((principal) => this.#ids[principal]));
    return this.#ids.flatMap((id, principal) =>
      granted.has(id) || [...this.#groups.of(id)].some((group) => granted.has(group)) ? [principal] : [],
    );
  }

  decide(principal: number): Decision {
    const ways = this.#waysOf(principal);
    const allowed = oneHolds(ways.map(({ judgement }) => judgement));
    if (allowed === false) return { access: 'no', because: [] };
    const denials = this.#denials(this.#ids[principal] ?? '');
    const access = allHold([allowed, ...denials.map(({ judgement }) => holdsNot(judgement))]);
    if (access === false) {
      const because = denials.filter(({ judgement }) => judgement === true).map(({ reason }) => reason);
      return { access: 'no', because };
    }
    const open = allowed === true ? ways.filter(({ judgement }) => judgement === true) : ways;
    const because = [...open, ...denials].map(({ reason }) => reason);
    return access === true
      ? { access: 'yes', because }
      : { access: 'conditional', because, conditions: access.conditions };
  }

  #waysOf(principal: number): readonly Way[] {
    const own = this.#ways.get(principal) ?? [];
    const groups = this.#groups.of(this.#ids[principal] ?? '');
    if (groups.size === 0) return own;
    return [
      ...own,
      ...[...this.#ways].flatMap(([other, ways]) => (groups.has(this.#ids[other] ?? '') ? ways : [])),
    ];
  }

  #denials(principal: string): Way[] {
    return this.#denies.flatMap(({ deny, judgement }) => {
      const applies = allHold([
        judgement,
        this.#isOneOf(principal, deny.principals),
        holdsNot(this.#isOneOf(principal, deny.excluded)),
      ]);
      if (applies === false) return [];
      const { id, name } = deny.declared;
      return [{ judgement: applies, reason: { effect: 'deny' as const, source: id, statement: name } }];
    });
  }

  #isOneOf(principal: string, listed: readonly string[]): Judgement {
    return oneHolds(listed.map((id) => this.#is(principal, id)));
  }

  #is(principal: string, listed: string): Judgement {
    if (listed === ALL_PRINCIPALS || listed === principal) return true;
    const contained = this.#isGroup.has(listed) ? this.#groups.contains(listed, principal) : false;
    return contained ?? { conditions: [`${principal} is a member of ${listed}`] };
  }
}

/** Whether an operation is on something below the resource, so that who may do it on a part of it matters. */
function isDeeper(permission: string, resource: string): boolean {
  const at = resource.lastIndexOf('/providers/');
  if (at === -1) return false;
  const [provider = '', ...path] = resource.slice(at + '/providers/'.length).split('/');
  const type = [provider, ...path.filter((_part, index) => index % 2 === 0)].join('/');
  const operated = permission.toLowerCase();
  // `listKeys/action` is an operation on the resource itself, `deployments/write` on what it has.
  const rest = operated.startsWith(`${type}/`)
    ? operated.slice(type.length + 1).replace(/\/action$/, '')
    : '';
  return rest.includes('/');
}

/** Most assignments share a role, and most have no condition: each pair is judged once a question. */
function remembering(
  request: Request,
): (judged: { readonly grant: Grant; readonly condition: Condition | undefined }) => Judgement {
  const grants = new Map<Grant, Judgement>();
  return ({ grant, condition: own }) => {
    const before = grants.get(grant);
    const granted = before ?? grant(request);
    if (before === undefined) grants.set(grant, granted);
    return granted === false || own === undefined ? granted : allHold([granted, own(request)]);
  };
}

function compiledRoles(assignments: readonly RoleAssignment[], ids: readonly string[]): CompiledRole[] {
  const number = new Map(ids.map((id, index) => [id, index]));
  const grants = new Map<Role, Grant>();
  const conditions = new Map<string, Condition>();
  return assignments.map(({ id, scope, principalId, role, condition: text }) => {
    const principal = number.get(principalId.toLowerCase());
    if (principal === undefined) throw new Error(`${id} assigns a role to ${principalId}, who is not listed`);
    const grant = grants.get(role) ?? roleGrant(role);
    grants.set(role, grant);
    const own = text === undefined ? undefined : (conditions.get(text) ?? condition(text));
    if (text !== undefined && own) conditions.set(text, own);
    return { id, scope: normalScope(scope), principal, role, grant, condition: own };
  });
}

const compiledDeny = (declared: DenyAssignment): CompiledDeny => ({
  declared,
  scope: normalScope(declared.scope),
  principals: declared.principals.map((id) => id.toLowerCase()),
  excluded: declared.excluded.map((id) => id.toLowerCase()),
  grant: permissionsGrant(declared.permissions),
  condition: declared.condition === undefined ? undefined : condition(declared.condition),
});

const byScope = <Assigned extends { readonly scope: string }>(
  assigned: readonly Assigned[],
): ReadonlyMap<string, readonly Assigned[]> => Map.groupBy(assigned, ({ scope }) => scope);

const lowerCase = (members: ReadonlyMap<string, readonly string[]>): Map<string, string[]> =>
  new Map([...members].map(([group, inside]) => [group.toLowerCase(), inside.map((id) => id.toLowerCase())]));

const principalsOf = (roles: readonly CompiledRole[]): PrincipalNumbers =>
  numbersOf(roles.map(({ principal }) => principal));
