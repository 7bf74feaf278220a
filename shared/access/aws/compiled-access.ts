import type { AccessIndex, Holders, Principal, PrincipalNumbers, Question } from '../access-index.ts';
import type { Access, Decision } from '../decision.ts';
import { intersection } from '../principal-sets.ts';
import { type Caller, callerOf } from './caller.ts';
import { type CompiledPolicies, placed } from './compiled-policies.ts';
import type { Condition } from './conditions/condition.ts';
import { type Controls, NO_CONTROLS } from './controls.ts';
import { evaluate, type Policies } from './evaluate.ts';
import { resourcePattern } from './pattern.ts';
import { inlineSource, OWN, type Profile, requesterOf } from './principals.ts';
import { requestOf } from './request.ts';
import type { ResourcePolicies } from './resource-policies.ts';
import { type Policy, type Statement, speaksOf } from './statement.ts';
import { StatementIndex } from './statement-index.ts';

/** What an inventory comes to. */
export interface Compiled {
  readonly principals: readonly Principal[];
  /** The profile of each principal; -1 where it has no policies that are ours to read. */
  readonly profileOf: Int32Array;
  readonly profiles: readonly Profile[];
  readonly policies: CompiledPolicies;
  readonly resourcePolicies: ResourcePolicies;
  readonly controls: ReadonlyMap<string, Controls>;
  readonly unread: readonly string[];
}

/** One question, with what is the same for everybody. */
interface Asked {
  /** In lower case. */
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly resourcePolicy: Policy | undefined;
  /** The policy of a number, at least with the statements that may hold. */
  readonly policy: (number: number) => Policy;
}

/** How many answers are kept. */
const MOST_ANSWERS = 20_000;
const NOTHING: readonly Statement[] = [];

/**
 * Answers from policies that are compiled once. Principals with the same policies are one profile; of a question, the
 * profiles with the same statements that speak of it are one group; each group is evaluated once. Resources that the
 * same statements speak of share their answer.
 */
export class CompiledAccess implements AccessIndex {
  readonly principals: readonly Principal[];
  readonly unread: readonly string[];
  readonly #compiled: Compiled;
  readonly #index: StatementIndex;
  /** Principals by profile, and profiles by the policies that they have. */
  readonly #members: readonly Uint32Array[];
  readonly #profilesWith: readonly Uint32Array[];
  /** A number for what profiles have alike besides their policies. */
  readonly #shapeOf: Uint32Array;
  readonly #roots: readonly number[];
  readonly #withoutProfile: readonly number[];
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #groupOf: Int32Array;
  readonly #answers = new Map<string, Holders>();
  readonly #administrators = new Map<string, PrincipalNumbers>();
  #rolesBySession: ReadonlyMap<string, number> | undefined;

  constructor(compiled: Compiled) {
    const { principals, profileOf, profiles, policies } = compiled;
    this.#compiled = compiled;
    this.principals = principals;
    this.unread = compiled.unread;
    this.#index = new StatementIndex(policies.policies);
    this.#members = groupedBy(profileOf, profiles.length);
    this.#profilesWith = invertedBy(profiles, policies.policies.length);
    this.#shapeOf = shapesOf(profiles);
    this.#roots = [...profiles.keys()].filter((number) => profiles[number]?.kind === 'root');
    this.#withoutProfile = [...profileOf.keys()].filter((number) => profileOf[number] === -1);
    this.#numberOf = new Map(principals.map(({ id }, number) => [id, number]));
    this.#groupOf = new Int32Array(profiles.length);
  }

  decide(principal: number, question: Question): Decision {
    const asked = this.#asked(question);
    const resource = this.#compiled.resourcePolicies.find(question.resource);
    return this.#evaluate(principal, {
      ...asked,
      resourcePolicy: resource && asked.resourcePolicy && placed(resource.on, asked.resourcePolicy),
      policy: (number) => this.#told(number, principal),
    });
  }

  holders(question: Question): Holders {
    const asked = this.#asked(question);
    const matched = this.#index.matching(asked.action, asked.resource);
    const key = this.#signature(asked, matched);
    const known = this.#answers.get(key);
    if (known) return known;
    const holders = this.#holders(asked, matched);
    if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
    this.#answers.set(key, holders);
    return holders;
  }

  /** Who may do whatever AWS will ever offer in the account, and decide who else may. */
  administrators(account: string): PrincipalNumbers {
    const known = this.#administrators.get(account);
    if (known) return known;
    const found = ADMINISTRATION.map(
      ([permission, resource]) =>
        this.holders({ permission, resource: resource.replace('{account}', account) }).yes,
    )
      .reduce(intersection)
      .filter((number) => this.principals[number]?.account === account);
    this.#administrators.set(account, found);
    return found;
  }

  #asked({ permission, resource, context = {} }: Question): Asked {
    const { resourcePolicies, policies } = this.#compiled;
    const found = resourcePolicies.find(resource);
    return {
      action: permission.toLowerCase(),
      resource,
      resourceAccount: resourcePolicies.accountOf(resource),
      context,
      resourcePolicy: found && resourcePolicies.policy(found.number),
      policy: (number) => policies.policies[number] as Policy,
    };
  }

  /** Two questions with the same signature have the same answer. */
  #signature({ action, resource, resourceAccount, context }: Asked, matched: Uint32Array): string {
    const found = this.#compiled.resourcePolicies.find(resource);
    const policy = found && this.#compiled.resourcePolicies.policy(found.number);
    const speaks = policy?.statements.some(({ actions }) => speaksOf(actions, action)) ?? false;
    const isItself =
      isOpen(resource) ||
      (speaks && policy?.statements.some(({ resources }) => resources !== undefined)) ||
      matched.some((number) => (this.#index.statements[number]?.resources?.templates.length ?? 0) > 0);
    return [
      action,
      // Rules of their own hold for roles and keys.
      isItself ? resource : KIND.exec(resource)?.[1],
      resourceAccount,
      found && speaks ? found.number : '',
      JSON.stringify(Object.entries(context).sort()),
      matched.join(),
    ].join('\n');
  }

  #holders(whole: Asked, matched: Uint32Array): Holders {
    const { profiles } = this.#compiled;
    const asked = { ...whole, policy: this.#reduced(matched) };
    const access = new Uint8Array(this.principals.length);
    const onResource = (asked.resourcePolicy?.statements ?? NOTHING).filter(({ actions }) =>
      speaksOf(actions, asked.action),
    );
    const named = this.#namedIn(onResource);
    const varies = this.#variesFor(matched, onResource);

    for (const { number, group } of this.#concerned(asked, matched, onResource)) {
      const { account } = profiles[number] as Profile;
      const mayReach =
        asked.resourceAccount === '' || asked.resourceAccount === account || onResource.length > 0;
      if (!mayReach) continue;
      const isShared = !varies(number);
      for (const member of this.#members[number] as Uint32Array) {
        if (named.has(member)) continue;
        if (!isShared || group.access === undefined)
          group.access = SURENESS[this.#evaluate(member, asked).access];
        access[member] = group.access;
      }
    }
    // Those whom the resource names by themselves, and those who have no policies of their own.
    if (onResource.length > 0)
      for (const number of [...named, ...this.#withoutProfile])
        access[number] = SURENESS[this.#evaluate(number, asked).access];
    return holdersIn(access);
  }

  /**
   * The profiles that may be let through, each with the group that it shares its answer with: first apart by the
   * statements that speak, policy by policy, then by what else they have.
   */
  #concerned(asked: Asked, matched: Uint32Array, onResource: readonly Statement[]): Iterable<Concerned> {
    const { profiles } = this.#compiled;
    const groupOf = this.#groupOf;
    const touched: number[] = [];
    const allows = [false];
    const children = new Map<number, number>();
    const { policyOf, statements } = this.#index;
    const width = this.#profilesWith.length;
    for (let first = 0; first < matched.length; ) {
      const policy = policyOf[matched[first] as number] as number;
      let last = first;
      let isAllowing = false;
      for (; last < matched.length && policyOf[matched[last] as number] === policy; last++)
        isAllowing ||= statements[matched[last] as number]?.effect === 'Allow';
      first = last;
      for (const profile of this.#profilesWith[policy] as Uint32Array) {
        const group = groupOf[profile] as number;
        if (group === 0) touched.push(profile);
        const key = group * width + policy;
        let child = children.get(key);
        if (child === undefined) {
          child = allows.push((allows[group] as boolean) || isAllowing) - 1;
          children.set(key, child);
        }
        groupOf[profile] = child;
      }
    }
    const isGrantedByResource = onResource.some(grantsToMany);
    const isRoot = ({ kind, account }: Profile): boolean =>
      kind === 'root' && (asked.resourceAccount === '' || asked.resourceAccount === account);
    const concerned: Concerned[] = [];
    const groups = new Map<number, Group>();
    const shapes = profiles.length;
    const add = (number: number): void => {
      const key = (groupOf[number] as number) * shapes + (this.#shapeOf[number] as number);
      let group = groups.get(key);
      if (!group) {
        group = { access: undefined };
        groups.set(key, group);
      }
      concerned.push({ number, group });
    };
    if (isGrantedByResource) for (let number = 0; number < profiles.length; number++) add(number);
    else {
      for (const number of touched) if (allows[groupOf[number] as number]) add(number);
      for (const number of this.#roots) if (isRoot(profiles[number] as Profile)) add(number);
    }
    for (const profile of touched) groupOf[profile] = 0;
    return concerned;
  }

  /** Policies with nothing in them but the statements that matched. */
  #reduced(matched: Uint32Array): (number: number) => Policy {
    const kept = new Map<number, Statement[]>();
    for (const number of matched) {
      const policy = this.#index.policyOf[number] as number;
      const statement = this.#index.statements[number] as Statement;
      const known = kept.get(policy);
      if (known) known.push(statement);
      else kept.set(policy, [statement]);
    }
    return (number) => ({
      source: (this.#compiled.policies.policies[number] as Policy).source,
      statements: kept.get(number) ?? NOTHING,
    });
  }

  /** Whether members of a profile may get different answers: where some statement asks for their name. */
  #variesFor(matched: Uint32Array, onResource: readonly Statement[]): (profile: number) => boolean {
    if (onResource.some(asksForName)) return () => true;
    const varying = new Set<number>();
    for (const number of matched)
      if (asksForName(this.#index.statements[number] as Statement))
        varying.add(this.#index.policyOf[number] as number);
    if (varying.size === 0) return () => false;
    const { profiles, controls } = this.#compiled;
    const controlling = new Map<string, boolean>();
    const isControlled = (account: string): boolean => {
      const known = controlling.get(account);
      if (known !== undefined) return known;
      const { service } = controls.get(account) ?? NO_CONTROLS;
      const is = service.flat().some((policy) => varying.has(policy));
      controlling.set(account, is);
      return is;
    };
    const onResourceAccount = [...controls.values()].some(({ resource }) =>
      resource.flat().some((policy) => varying.has(policy)),
    );
    return (profile) => {
      const { identity, boundary, account } = profiles[profile] as Profile;
      return (
        onResourceAccount ||
        identity.some((policy) => varying.has(policy)) ||
        (boundary !== undefined && varying.has(boundary)) ||
        isControlled(account)
      );
    };
  }

  /** Principals whom statements name one by one, or of whom they name a session. */
  #namedIn(statements: readonly Statement[]): Set<number> {
    const named = new Set<number>();
    for (const { principals } of statements)
      for (const id of principals?.identities ?? []) {
        const number = this.#numberOf.get(id) ?? this.#ofSession(id);
        if (number !== undefined) named.add(number);
      }
    return named;
  }

  #ofSession(id: string): number | undefined {
    const session = SESSION.exec(id);
    if (!session) return undefined;
    if (!this.#rolesBySession) {
      const bySession = new Map<string, number>();
      for (const [number, { id: arn, account, kind }] of this.principals.entries())
        if (kind === 'role') bySession.set(`${account} ${arn.slice(arn.lastIndexOf('/') + 1)}`, number);
      this.#rolesBySession = bySession;
    }
    return this.#rolesBySession.get(`${session[1]} ${session[2]}`);
  }

  #evaluate(number: number, asked: Asked): Decision {
    const { profileOf, profiles } = this.#compiled;
    const caller = callerOf(requesterOf(this.principals[number] as Principal));
    const profile = profiles[profileOf[number] as number];
    // What is of no account is whoever asks’s own: a foundation model, or what is still to be made.
    const resourceAccount =
      asked.resourceAccount === '' && profile !== undefined ? profile.account : asked.resourceAccount;
    const request = requestOf({ ...asked, resourceAccount, caller, missing: 'unknown' });
    return evaluate(request, this.#policies(caller, profile, resourceAccount, asked));
  }

  #policies(caller: Caller, profile: Profile | undefined, resourceAccount: string, asked: Asked): Policies {
    const { controls } = this.#compiled;
    const levels = (of: readonly (readonly number[])[] | undefined) =>
      of?.map((level) => level.map(asked.policy));
    return {
      identity: profile ? profile.identity.map(asked.policy) : 'granted',
      boundary: profile?.boundary === undefined ? undefined : asked.policy(profile.boundary),
      resource: asked.resourcePolicy,
      serviceControls: levels(controls.get(caller.account)?.service),
      resourceControls: levels(controls.get(resourceAccount)?.resource),
    };
  }

  /** The policy as it is told of: one that stands in the principal itself is called after it. */
  #told(number: number, principal: number): Policy {
    const policy = this.#compiled.policies.policies[number] as Policy;
    return policy.source.startsWith(OWN)
      ? placed(
          inlineSource(policy.source.slice(OWN.length), (this.principals[principal] as Principal).id),
          policy,
        )
      : policy;
  }
}

interface Group {
  access: number | undefined;
}

interface Concerned {
  readonly number: number;
  readonly group: Group;
}

const SURENESS: Readonly<Record<Access, number>> = { no: 0, conditional: 1, yes: 2 };

/** What no statement names, and what gives oneself anything else. */
const ADMINISTRATION: readonly (readonly [permission: string, resource: string])[] = [
  ['any-service:AnyAction', 'arn:aws:any-service:any-region:{account}:any-type/any-name'],
  ['iam:PutRolePolicy', 'arn:aws:iam::{account}:role/any-name'],
  ['iam:CreatePolicyVersion', 'arn:aws:iam::{account}:policy/any-name'],
];

const KIND = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(role\/aws-service-role\/|role\/|key\/)?/;
const SESSION = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//;

const isOpen = (resource: string): boolean => resource !== '*' && !resourcePattern(resource).isText;

const OWN_NAME = /^aws:(?:principalarn|username)$/;
const OWN_VARIABLE = /\$\{\s*aws:(?:principalarn|username)\b/i;

/** Whether a statement may hold for one principal and not for another with the same policies. */
function asksForName({ conditions, resources }: Statement): boolean {
  return (
    conditions.some(({ key, text }: Condition) => OWN_NAME.test(key) || OWN_VARIABLE.test(text)) ||
    (resources?.templates ?? []).some(({ text }) => OWN_VARIABLE.test(text))
  );
}

/** Whether it lets in others than those whom it names one by one. */
const grantsToMany = ({ effect, principals }: Statement): boolean =>
  effect === 'Allow' &&
  (principals === undefined || principals.isNot || principals.everybody || principals.accounts.size > 0);

function holdersIn(access: Uint8Array): Holders {
  const counts = [0, 0, 0];
  for (const each of access) counts[each] = (counts[each] as number) + 1;
  const numbers = counts.map((count) => new Uint32Array(count));
  counts.fill(0);
  for (const [number, each] of access.entries()) {
    const at = counts[each] as number;
    counts[each] = at + 1;
    if (each > 0) (numbers[each] as Uint32Array)[at] = number;
  }
  return { yes: numbers[2] as Uint32Array, conditional: numbers[1] as Uint32Array };
}

/** The positions that hold each number, ascending. */
function groupedBy(numbers: Int32Array, count: number): readonly Uint32Array[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (const [position, number] of numbers.entries()) lists[number]?.push(position);
  return lists.map((list) => Uint32Array.from(list));
}

function invertedBy(profiles: readonly Profile[], policies: number): readonly Uint32Array[] {
  const lists: number[][] = Array.from({ length: policies }, () => []);
  for (const [number, { identity }] of profiles.entries())
    for (const policy of identity) lists[policy]?.push(number);
  return lists.map((list) => Uint32Array.from(list));
}

function shapesOf(profiles: readonly Profile[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(profiles, ({ kind, account, isServiceLinked, boundary }) => {
    const key = `${kind} ${account} ${isServiceLinked} ${boundary ?? ''}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}
