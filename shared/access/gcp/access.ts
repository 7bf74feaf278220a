import type { AccessIndex, Holders, Principal, PrincipalNumbers, Question } from '../access-index.ts';
import type { Decision, Reason } from '../decision.ts';
import { allHold, holdsNot, type Judgement, oneHolds } from '../judgement.ts';
import { type Condition, condition } from './condition/condition.ts';
import type { Known } from './condition/evaluate.ts';
import { containersOf, type Hierarchy, projectName, withProjectId } from './hierarchy.ts';
import { convenienceOf, isAmong, normalMember } from './member.ts';
import { deniesPermission } from './permission.ts';
import type { AllowPolicy, DenyPolicy } from './policy.ts';
import { knownOf } from './request.ts';

/** What Google Cloud decides by, as far as it was read. */
export interface Policies {
  /** Their ids in the spelling of `normalMember`. */
  readonly principals: readonly Principal[];
  readonly allow: readonly AllowPolicy[];
  readonly deny: readonly DenyPolicy[];
  readonly hierarchy: Hierarchy;
  /** Whether a role has a permission. */
  readonly roleHas: (role: string, permission: string) => Judgement;
  readonly unread: readonly string[];
}

type Members = ReadonlyMap<number, Judgement>;

interface CompiledBinding {
  readonly resource: string;
  readonly role: string;
  readonly members: Members;
  readonly condition: Condition | undefined;
}

interface CompiledRule {
  readonly policy: string;
  readonly statement: string;
  readonly deniedPermissions: readonly string[];
  readonly exceptionPermissions: readonly string[];
  /** Those who are named, without the exceptions. */
  readonly members: Members;
  readonly condition: Condition | undefined;
}

interface Way {
  readonly judgement: Judgement;
  readonly reason: Reason;
}

type Ways = ReadonlyMap<number, readonly Way[]>;

const DELEGATE = 'resourcemanager.projects.setIamPolicy';

/**
 * How Google Cloud decides: a deny rule that applies decides; otherwise what is granted on a resource or on anything
 * above it is granted (https://cloud.google.com/iam/docs/policy-types#evaluation).
 */
export function compileAccess(policies: Policies): AccessIndex {
  return new CompiledAccess(policies);
}

class CompiledAccess implements AccessIndex {
  readonly principals: readonly Principal[];
  readonly unread: readonly string[];
  readonly #hierarchy: Hierarchy;
  readonly #roleHas: Policies['roleHas'];
  readonly #bindings: ReadonlyMap<string, readonly CompiledBinding[]>;
  readonly #rules: ReadonlyMap<string, readonly CompiledRule[]>;

  constructor({ principals, allow, deny, hierarchy, roleHas, unread }: Policies) {
    this.principals = principals;
    this.unread = unread;
    this.#hierarchy = hierarchy;
    this.#roleHas = roleHas;
    const members = new Membership(principals, allow, hierarchy);
    const conditions = remembered(condition);
    this.#bindings = Map.groupBy(
      allow.flatMap((policy) =>
        policy.bindings.map((binding) => ({
          resource: withProjectId(policy.resource, hierarchy),
          role: binding.role,
          members: members.of(binding.members),
          condition: binding.condition ? conditions(binding.condition) : undefined,
        })),
      ),
      ({ resource }) => resource,
    );
    this.#rules = new Map(
      [...Map.groupBy(deny, ({ attachedTo }) => withProjectId(attachedTo, hierarchy))].map(
        ([resource, policies]) => [
          resource,
          policies.flatMap((policy) => compiledRules(policy, members, conditions)),
        ],
      ),
    );
  }

  holders(question: Question): Holders {
    const { allowed, denied } = this.#ask(question);
    const yes: number[] = [];
    const conditional: number[] = [];
    for (const principal of [...allowed.keys()].sort((a, b) => a - b)) {
      const { access } = decided(allowed.get(principal) ?? [], denied.get(principal) ?? []);
      if (access === 'yes') yes.push(principal);
      else if (access === 'conditional') conditional.push(principal);
    }
    return { yes: Uint32Array.from(yes), conditional: Uint32Array.from(conditional) };
  }

  decide(principal: number, question: Question): Decision {
    const { allowed, denied } = this.#ask(question);
    return decided(allowed.get(principal) ?? [], denied.get(principal) ?? []);
  }

  /** Who may set the policy of the project may give themselves everything. */
  administrators(account: string): PrincipalNumbers {
    return this.holders({ permission: DELEGATE, resource: projectName(account) }).yes;
  }

  #ask(question: Question): { readonly allowed: Ways; readonly denied: Ways } {
    const { permission } = question;
    const known = knownOf(question);
    const allowed = new Map<number, Way[]>();
    const denied = new Map<number, Way[]>();
    const granted = remembered((role: string) => this.#roleHas(role, permission));
    for (const { resource, lies } of containersOf(question.resource, this.#hierarchy)) {
      for (const { role, members, condition: own } of this.#bindings.get(resource) ?? []) {
        const grants = granted(role);
        if (grants === false) continue;
        const reason: Reason = { effect: 'allow', source: resource, statement: role };
        addWays(allowed, members, [lies, grants, meets(own, known)], reason);
      }
      for (const rule of this.#rules.get(resource) ?? []) {
        if (!denies(rule, permission)) continue;
        const reason: Reason = { effect: 'deny', source: rule.policy, statement: rule.statement };
        addWays(denied, rule.members, [lies, meets(rule.condition, known)], reason);
      }
    }
    return { allowed, denied };
  }
}

function decided(ways: readonly Way[], denials: readonly Way[]): Decision {
  const allowed = oneHolds(ways.map(({ judgement }) => judgement));
  if (allowed === false) return { access: 'no', because: [] };
  const access = allHold([allowed, ...denials.map(({ judgement }) => holdsNot(judgement))]);
  if (access === false)
    return {
      access: 'no',
      because: denials.filter(({ judgement }) => judgement === true).map(({ reason }) => reason),
    };
  const open = allowed === true ? ways.filter(({ judgement }) => judgement === true) : ways;
  const because = [...open, ...denials].map(({ reason }) => reason);
  return access === true
    ? { access: 'yes', because }
    : { access: 'conditional', because, conditions: access.conditions };
}

const meets = (own: Condition | undefined, known: Known): Judgement => (own ? own(known) : true);

const denies = ({ deniedPermissions, exceptionPermissions }: CompiledRule, permission: string): boolean =>
  deniedPermissions.some((denied) => deniesPermission(denied, permission)) &&
  !exceptionPermissions.some((excepted) => deniesPermission(excepted, permission));

function addWays(
  ways: Map<number, Way[]>,
  members: Members,
  given: readonly Judgement[],
  reason: Reason,
): void {
  const shared = allHold(given);
  if (shared === false) return;
  for (const [principal, member] of members) {
    const way = { judgement: shared === true ? member : allHold([shared, member]), reason };
    const known = ways.get(principal);
    if (known) known.push(way);
    else ways.set(principal, [way]);
  }
}

const compiledRules = (
  { name, rules }: DenyPolicy,
  members: Membership,
  conditions: (text: string) => Condition,
): CompiledRule[] =>
  rules.map((rule, index) => ({
    policy: name,
    statement: `rule ${index + 1}`,
    deniedPermissions: rule.deniedPermissions,
    exceptionPermissions: rule.exceptionPermissions,
    members: members.without(rule.deniedPrincipals, rule.exceptionPrincipals),
    condition: rule.denialCondition ? conditions(rule.denialCondition) : undefined,
  }));

/** Who of the principals is meant by what policies name. */
class Membership {
  readonly #principals: readonly Principal[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #allow: ReadonlyMap<string, readonly AllowPolicy[]>;
  readonly #hierarchy: Hierarchy;
  readonly #allowed: (listed: string) => Members;
  readonly #denied: (listed: string) => Members;

  constructor(principals: readonly Principal[], allow: readonly AllowPolicy[], hierarchy: Hierarchy) {
    this.#principals = principals;
    this.#numbers = new Map(principals.map(({ id }, number) => [id, number]));
    this.#allow = Map.groupBy(allow, ({ resource }) => withProjectId(resource, hierarchy));
    this.#hierarchy = hierarchy;
    this.#allowed = remembered((listed) => this.#meant(listed, ALONE_IN_ALLOWING));
    this.#denied = remembered((listed) => this.#meant(listed, ALONE));
  }

  /** Who is given something. What a group is given, it has itself: that its members were not read, the index says. */
  of(listed: readonly string[]): Members {
    return this.#all(listed, this.#allowed);
  }

  #all(listed: readonly string[], meant: (listed: string) => Members): Members {
    const members = new Map<number, Judgement>();
    for (const member of new Set(listed.map(normalMember)))
      for (const [number, judgement] of meant(member)) {
        const before = members.get(number);
        members.set(number, before === undefined ? judgement : oneHolds([before, judgement]));
      }
    return members;
  }

  /** Who is denied something. Anybody may be in a group whose members were not read. */
  without(listed: readonly string[], excepted: readonly string[]): Members {
    const exceptions = this.#all(excepted, this.#denied);
    const members = new Map<number, Judgement>();
    for (const [number, judgement] of this.#all(listed, this.#denied)) {
      const exception = exceptions.get(number);
      const left = exception === undefined ? judgement : allHold([judgement, holdsNot(exception)]);
      if (left !== false) members.set(number, left);
    }
    return members;
  }

  #meant(listed: string, alone: RegExp): Members {
    const convenience = convenienceOf(listed);
    if (convenience) return this.#withRole(convenience);
    const own = this.#numbers.get(listed);
    if (alone.test(listed)) return own === undefined ? new Map() : new Map([[own, true]]);
    const members = new Map<number, Judgement>();
    for (const [number, { id }] of this.#principals.entries()) {
      const judgement = isAmong(id, listed);
      if (judgement !== false) members.set(number, judgement);
    }
    return members;
  }

  /** Those with a basic role in a project, there or from above. */
  #withRole({ role, project }: { readonly role: string; readonly project: string }): Members {
    const members = new Map<number, Judgement>();
    for (const { resource, lies } of containersOf(projectName(project), this.#hierarchy))
      for (const { bindings } of this.#allow.get(resource) ?? [])
        for (const binding of bindings) {
          if (binding.role !== role) continue;
          const listed = binding.members.filter((member) => convenienceOf(member) === undefined);
          for (const [number, judgement] of this.of(listed)) {
            const condition = binding.condition ? { conditions: [binding.condition] } : true;
            const inherited = allHold([judgement, lies, condition]);
            const before = members.get(number);
            members.set(number, before === undefined ? inherited : oneHolds([before, inherited]));
          }
        }
    return members;
  }
}

/** Who is nobody but themselves, whoever else there is. */
const ALONE = /^(?:user|serviceAccount):|^principal:/;
const ALONE_IN_ALLOWING = /^(?:user|serviceAccount|group):|^principal:/;

function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = of(key);
    known.set(key, value);
    return value;
  };
}
