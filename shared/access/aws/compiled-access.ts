import type { AccessIndex, Holders, Principal, PrincipalNumbers, Question } from '../access-index.ts';
import type { Access, Decision } from '../decision.ts';
import { intersection } from '../principal-sets.ts';
import { applied } from './applies.ts';
import { type Caller, callerOf } from './caller.ts';
import { placed } from './compiled-policies.ts';
import { type Controls, NO_CONTROLS } from './controls.ts';
import { coversProfile } from './covers.ts';
import { evaluate, type Policies } from './evaluate.ts';
import { type Pattern, resourcePattern } from './pattern.ts';
import { inlineSource, OWN, type Profile, requesterOf } from './principals.ts';
import { asksForName, ProfileGroups, type Sureness } from './profile-groups.ts';
import { type Request, requestOf } from './request.ts';
import type { ResourcePolicies } from './resource-policies.ts';
import { type Policy, type Statement, speaksOf } from './statement.ts';
import { StatementIndex } from './statement-index.ts';

/** What an inventory comes to. */
export interface Compiled {
  readonly principals: readonly Principal[];
  /** The profile of each principal; -1 where it has no policies that are ours to read. */
  readonly profileOf: Int32Array;
  readonly profiles: readonly Profile[];
  readonly policies: readonly Policy[];
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

/** How much of answers is kept: characters of questions and numbers of principals. */
const MOST_KEPT = 4_000_000;
const NOTHING: readonly Statement[] = [];

/**
 * Answers from policies that are compiled once. Principals with the same policies are one profile, profiles of which
 * one answer holds are one group, and each group is evaluated once. Resources that the same statements speak of share
 * their answer.
 */
export class CompiledAccess implements AccessIndex {
  readonly principals: readonly Principal[];
  readonly unread: readonly string[];
  readonly #compiled: Compiled;
  readonly #index: StatementIndex;
  readonly #groups: ProfileGroups;
  /** The principals of profile n: from `starts[n]` to before `starts[n + 1]`. */
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;
  readonly #withoutProfile: readonly number[];
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #answers = new Map<string, Holders>();
  #kept = 0;
  /** Of each principal, in the question that is being answered. */
  readonly #surenesses: Uint8Array;
  readonly #administrators = new Map<string, PrincipalNumbers>();
  #rolesBySession: ReadonlyMap<string, number> | undefined;
  #named: ReadonlySet<string> | undefined;

  constructor(compiled: Compiled) {
    const { principals, profileOf, profiles, policies } = compiled;
    this.#compiled = compiled;
    this.principals = principals;
    this.unread = compiled.unread;
    this.#index = new StatementIndex(policies);
    this.#groups = new ProfileGroups(profiles, policies.length, this.#index);
    ({ starts: this.#starts, members: this.#members } = membersOf(profileOf, profiles.length));
    this.#surenesses = new Uint8Array(principals.length);
    this.#withoutProfile = [...profileOf.keys()].filter((number) => profileOf[number] === -1);
    this.#numberOf = new Map(principals.map(({ id }, number) => [id, number]));
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
    this.#kept += key.length + holders.yes.length + holders.conditional.length;
    if (this.#kept > MOST_KEPT) {
      this.#answers.clear();
      this.#kept = 0;
    }
    this.#answers.set(key, holders);
    return holders;
  }

  /** Policies of resources that name the weaker may give it more than its own do: then nothing is shown. */
  covers(strong: number, weak: number): boolean | undefined {
    const { profileOf, profiles, policies, resourcePolicies } = this.#compiled;
    const [one, other] = [profiles[profileOf[strong] ?? -1], profiles[profileOf[weak] ?? -1]];
    const id = this.principals[weak]?.id;
    if (!one || !other || id === undefined) return undefined;
    this.#named ??= new Set(
      resourcePolicies.policies.flatMap(({ statements }) =>
        statements.flatMap(({ effect, principals: named }) =>
          effect === 'Allow' ? [...(named?.identities ?? [])] : [],
        ),
      ),
    );
    return this.#named.has(id) ? undefined : coversProfile(one, other, policies);
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
      policy: (number) => policies[number] as Policy,
    };
  }

  /** Two questions with the same signature have the same answer. */
  #signature({ action, resource, resourceAccount, context }: Asked, matched: Uint32Array): string {
    const found = this.#compiled.resourcePolicies.find(resource);
    const policy = found && this.#compiled.resourcePolicies.policy(found.number);
    const speaks = policy?.statements.some(({ actions }) => speaksOf(actions, action)) ?? false;
    const isItself =
      openPattern(resource) !== undefined ||
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
    const asked = { ...whole, policy: this.#reduced(matched) };
    const { controls } = this.#compiled;
    const onResource = (asked.resourcePolicy?.statements ?? NOTHING).filter(({ actions }) =>
      speaksOf(actions, asked.action),
    );
    const named = this.#namedIn(onResource);
    const asksForNames = onResource.some(asksForName);
    const access = this.#surenesses.fill(0);
    this.#groups.find({
      matched,
      open: openPattern(asked.resource),
      sureness: (statement, profile) => this.#sureness(statement, profile, asked),
      controls: ({ account }) => {
        const { service } = controls.get(account) ?? NO_CONTROLS;
        const { resource } = controls.get(asked.resourceAccount || account) ?? NO_CONTROLS;
        return [...service, ...resource].flat();
      },
      // Other accounts let their principals in only where the resource does so too.
      mayReach: ({ account }) =>
        asked.resourceAccount === '' || asked.resourceAccount === account || onResource.length > 0,
      isGrantedByResource: onResource.some(grantsToAll),
      concerns: (profile, group, varies) => {
        const isAlone = varies || asksForNames;
        const end = this.#starts[profile + 1] as number;
        for (let at = this.#starts[profile] as number; at < end; at++) {
          const member = this.#members[at] as number;
          if (named.has(member)) continue;
          if (isAlone) access[member] = SURENESS[this.#evaluate(member, asked).access];
          else {
            group.access ??= SURENESS[this.#evaluate(member, asked).access];
            access[member] = group.access;
          }
        }
      },
    });
    // Those whom the resource names by themselves, and those who have no policies of their own.
    if (onResource.length > 0)
      for (const number of [...named, ...this.#withoutProfile])
        access[number] = SURENESS[this.#evaluate(number, asked).access];
    return holdersIn(access);
  }

  /** How sure it is that a statement holds for whoever is of a kind and account, whatever their name. */
  #sureness(statement: Statement, { kind, account }: Profile, asked: Asked): Sureness {
    const caller = callerOf(
      kind === 'root' ? { kind, account } : { kind, arn: `arn:aws:iam::${account}:${kind}/` },
    );
    const found = applied(statement, { ...this.#request(caller, account, asked), isBounded: false });
    if (!found) return 0;
    return found.conditions.length > 0 ? 1 : 2;
  }

  #request(caller: Caller, ownAccount: string | undefined, asked: Asked): Request {
    // What is of no account is whoever asks’s own: a foundation model, or what is still to be made.
    const resourceAccount = asked.resourceAccount || (ownAccount ?? '');
    return requestOf({ ...asked, resourceAccount, caller, missing: 'unknown' });
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
      source: (this.#compiled.policies[number] as Policy).source,
      statements: kept.get(number) ?? NOTHING,
    });
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
    const request = this.#request(caller, profile?.account, asked);
    return evaluate(request, this.#policies(caller, profile, request.resourceAccount, asked));
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
    const policy = this.#compiled.policies[number] as Policy;
    return policy.source.startsWith(OWN)
      ? placed(
          inlineSource(policy.source.slice(OWN.length), (this.principals[principal] as Principal).id),
          policy,
        )
      : policy;
  }
}

const SURENESS: Readonly<Record<Access, Sureness>> = { no: 0, conditional: 1, yes: 2 };

/** What no statement names, and what gives oneself anything else. */
const ADMINISTRATION: readonly (readonly [permission: string, resource: string])[] = [
  ['any-service:AnyAction', 'arn:aws:any-service:any-region:{account}:any-type/any-name'],
  ['iam:PutRolePolicy', 'arn:aws:iam::{account}:role/any-name'],
  ['iam:CreatePolicyVersion', 'arn:aws:iam::{account}:policy/any-name'],
];

const KIND = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(role\/aws-service-role\/|role\/|key\/)?/;
const SESSION = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//;

/** What can be chosen where a question leaves the resource open. A bare `*` is no choice but no resource. */
function openPattern(resource: string): Pattern | undefined {
  const pattern = resourcePattern(resource);
  return resource === '*' || pattern.isText ? undefined : pattern;
}

/** Whether it lets in everybody. What names an account leaves it to the policies of its principals. */
const grantsToAll = ({ effect, principals }: Statement): boolean =>
  effect === 'Allow' && (principals === undefined || principals.isNot || principals.everybody);

function holdersIn(access: Uint8Array): Holders {
  const counts = new Uint32Array(3);
  for (let number = 0; number < access.length; number++) {
    const sure = access[number] as number;
    counts[sure] = (counts[sure] as number) + 1;
  }
  const yes = new Uint32Array(counts[2] as number);
  const conditional = new Uint32Array(counts[1] as number);
  let [surely, perhaps] = [0, 0];
  for (let number = 0; number < access.length; number++)
    if (access[number] === 2) yes[surely++] = number;
    else if (access[number] === 1) conditional[perhaps++] = number;
  return { yes, conditional };
}

/** Principals by profile, ascending. */
function membersOf(profileOf: Int32Array, profiles: number) {
  const starts = new Uint32Array(profiles + 1);
  for (const profile of profileOf)
    if (profile >= 0) starts[profile + 1] = (starts[profile + 1] as number) + 1;
  for (let profile = 0; profile < profiles; profile++)
    starts[profile + 1] = (starts[profile + 1] as number) + (starts[profile] as number);
  const members = new Uint32Array(starts[profiles] as number);
  const next = starts.slice(0, profiles);
  for (const [number, profile] of profileOf.entries()) {
    if (profile < 0) continue;
    const at = next[profile] as number;
    members[at] = number;
    next[profile] = at + 1;
  }
  return { starts, members };
}
