import { covers, intersects, type Pattern } from './pattern.ts';
import type { Profile } from './principals.ts';
import type { Statement } from './statement.ts';
import type { StatementIndex } from './statement-index.ts';

/** How sure it is that a statement holds, or that somebody may: not, perhaps, or certainly. */
export type Sureness = 0 | 1 | 2;

/** Profiles of which one answer holds for all: evaluated when the first of them is asked about. */
export interface Group {
  access: Sureness | undefined;
}

export interface Grouping {
  /** Numbers of statements that speak of the question, ascending. */
  readonly matched: Uint32Array;
  /** What can be chosen, where the question leaves the resource open. */
  readonly open: Pattern | undefined;
  /** How sure it is that a statement holds for those of a profile. */
  readonly sureness: (statement: Statement, profile: Profile) => Sureness;
  /** Policies that limit the profile from above. */
  readonly controls: (profile: Profile) => readonly number[];
  /** Whether the profile can be let through at all. */
  readonly mayReach: (profile: Profile) => boolean;
  /** Whether the policy of the resource may let in whoever of its account has no policy that does. */
  readonly isGrantedByResource: boolean;
  /**
   * Told of every profile that may be let through. `varies`: its members may get different answers, since some
   * statement asks for their name.
   */
  readonly concerns: (profile: number, group: Group, varies: boolean) => void;
}

/** Of a policy, in one question. */
const PARTIAL = 1;
const VARYING = 2;
/** How sure it is that something allows, by how sure it is that something denies. */
const STATES = 9;

/**
 * Puts together profiles with the same answer. For one resource, what decides of the policies of a principal is how sure
 * it is that one allows and that one denies: those alike in both, and in account and boundary, are one group. Where the
 * resource is open, and statements speak of some of what can be chosen, only those with the very same policies are.
 */
export class ProfileGroups {
  readonly #profiles: readonly Profile[];
  readonly #index: StatementIndex;
  /** Profiles by the policies that they have: of policy n from `starts[n]` to before `starts[n + 1]`. */
  readonly #starts: Uint32Array;
  readonly #having: Uint32Array;
  /** A number for what profiles have alike besides their policies. */
  readonly #shapeOf: Uint32Array;
  readonly #kindOf: Uint32Array;
  /** A profile of each kind and account. */
  readonly #kinds: readonly Profile[];
  readonly #roots: readonly number[];
  /** Used by each question and left empty: how sure it is that something allows and denies, and what is to be minded. */
  readonly #allows: Uint8Array;
  readonly #denies: Uint8Array;
  readonly #flags: Uint8Array;
  readonly #trail: Uint32Array;

  constructor(profiles: readonly Profile[], policies: number, index: StatementIndex) {
    this.#profiles = profiles;
    this.#index = index;
    this.#starts = new Uint32Array(policies + 1);
    for (const { identity } of profiles)
      for (const policy of identity) this.#starts[policy + 1] = (this.#starts[policy + 1] as number) + 1;
    for (let policy = 0; policy < policies; policy++)
      this.#starts[policy + 1] = (this.#starts[policy + 1] as number) + (this.#starts[policy] as number);
    this.#having = new Uint32Array(this.#starts[policies] as number);
    const next = this.#starts.slice(0, policies);
    for (const [profile, { identity }] of profiles.entries())
      for (const policy of identity) {
        const at = next[policy] as number;
        this.#having[at] = profile;
        next[policy] = at + 1;
      }
    this.#shapeOf = numbered(
      profiles,
      ({ kind, account, isServiceLinked, boundary }) => `${kind} ${account} ${isServiceLinked} ${boundary}`,
    ).numbers;
    const { numbers, firsts } = numbered(profiles, ({ kind, account }) => `${kind} ${account}`);
    this.#kindOf = numbers;
    this.#kinds = firsts;
    this.#roots = [...profiles.keys()].filter((number) => profiles[number]?.kind === 'root');
    this.#allows = new Uint8Array(profiles.length);
    this.#denies = new Uint8Array(profiles.length);
    this.#flags = new Uint8Array(profiles.length);
    this.#trail = new Uint32Array(profiles.length);
  }

  /** Finds the profiles that may be let through, each with its group. */
  find(asked: Grouping): void {
    const flagsOf = new Map<number, number>();
    const touched = this.#touch(asked, flagsOf);
    const groups: Group[] = [];
    const partial = new Map<number, Group>();
    const reach = new Uint8Array(this.#kinds.length);
    for (const [kind, profile] of this.#kinds.entries()) reach[kind] = asked.mayReach(profile) ? 1 : 0;
    const groupOf = (number: number, isPartial: boolean): Group => {
      const shape = this.#shapeOf[number] as number;
      const key = isPartial
        ? (this.#trail[number] as number) * this.#profiles.length + shape
        : shape * STATES + (this.#allows[number] as number) * 3 + (this.#denies[number] as number);
      const known = isPartial ? partial.get(key) : groups[key];
      if (known) return known;
      const group: Group = { access: undefined };
      if (isPartial) partial.set(key, group);
      else groups[key] = group;
      return group;
    };
    const add = (number: number): void => {
      if (reach[this.#kindOf[number] as number] === 0) return;
      let flags = this.#flags[number] as number;
      if (flagsOf.size > 0) {
        const profile = this.#profiles[number] as Profile;
        if (profile.boundary !== undefined) flags |= flagsOf.get(profile.boundary) ?? 0;
        for (const policy of asked.controls(profile)) flags |= flagsOf.get(policy) ?? 0;
      }
      asked.concerns(number, groupOf(number, (flags & PARTIAL) !== 0), (flags & VARYING) !== 0);
    };
    if (asked.isGrantedByResource) for (let number = 0; number < this.#profiles.length; number++) add(number);
    else {
      for (const number of touched) if ((this.#allows[number] as number) > 0) add(number);
      for (const number of this.#roots) add(number);
    }
    for (const number of touched) {
      this.#allows[number] = 0;
      this.#denies[number] = 0;
      this.#flags[number] = 0;
      this.#trail[number] = 0;
    }
  }

  /** Notes of each profile what its policies say, policy by policy; answers which profiles have one that speaks. */
  #touch(asked: Grouping, flagsOf: Map<number, number>): readonly number[] {
    const { matched } = asked;
    const touched: number[] = [];
    const policies = this.#starts.length;
    // A trail stands for the policies that were passed so far.
    const trails = new Map<number, number>();
    const longer = (key: number): number => {
      const known = trails.get(key);
      if (known !== undefined) return known;
      trails.set(key, trails.size + 1);
      return trails.size;
    };
    for (let first = 0; first < matched.length; ) {
      const policy = this.#index.policyOf[matched[first] as number] as number;
      const statements: Statement[] = [];
      for (; this.#index.policyOf[matched[first] as number] === policy; first++)
        statements.push(this.#index.statements[matched[first] as number] as Statement);
      const flags = flagsOn(statements, asked.open);
      if (flags > 0) flagsOf.set(policy, flags);
      const says = this.#saysBy(statements, (flags & PARTIAL) !== 0, asked);
      for (let at = this.#starts[policy] as number; at < (this.#starts[policy + 1] as number); at++) {
        const profile = this.#having[at] as number;
        const trail = this.#trail[profile] as number;
        if (trail === 0) touched.push(profile);
        this.#trail[profile] = asked.open ? longer(trail * policies + policy) : 1;
        const { allows, denies } = says(profile);
        if (allows > (this.#allows[profile] as number)) this.#allows[profile] = allows;
        if (denies > (this.#denies[profile] as number)) this.#denies[profile] = denies;
        this.#flags[profile] = (this.#flags[profile] as number) | flags;
      }
    }
    return touched;
  }

  /** How sure it is that a policy allows and denies, by profile: the same for all of one kind and account. */
  #saysBy(
    statements: readonly Statement[],
    isPartial: boolean,
    { sureness }: Grouping,
  ): (profile: number) => Says {
    const says = (of: (statement: Statement) => Sureness): Says => {
      const surest = (effect: Statement['effect']): Sureness =>
        statements.reduce<Sureness>((most, statement) => {
          const sure = statement.effect === effect ? of(statement) : 0;
          return sure > most ? sure : most;
        }, 0);
      return { allows: surest('Allow'), denies: surest('Deny') };
    };
    // Of what is partial, the evaluation finds out what holds together.
    if (isPartial || !statements.some(depends)) {
      const always = says(() => 2);
      return () => always;
    }
    const byKind = new Map<number, Says>();
    return (number) => {
      const kind = this.#kindOf[number] as number;
      const known = byKind.get(kind);
      if (known) return known;
      const profile = this.#profiles[number] as Profile;
      // Where a name decides, each member is asked about alone.
      const found = says((statement) =>
        depends(statement) && !asksForName(statement) ? sureness(withoutMatched(statement), profile) : 2,
      );
      byKind.set(kind, found);
      return found;
    };
  }
}

interface Says {
  readonly allows: Sureness;
  readonly denies: Sureness;
}

/** Whether it is not certain from the action and the resource alone that a statement holds. */
const depends = ({ conditions, resources }: Statement): boolean =>
  conditions.length > 0 || (resources?.templates.length ?? 0) > 0;

function flagsOn(statements: readonly Statement[], open: Pattern | undefined): number {
  const isPartial = open !== undefined && !statements.every((statement) => speaksOfAll(statement, open));
  return (isPartial ? PARTIAL : 0) | (statements.some(asksForName) ? VARYING : 0);
}

/** Of a statement that is known to speak of the resource, what is left to be decided. */
const withoutMatched = (statement: Statement): Statement =>
  (statement.resources?.templates.length ?? 0) > 0 ? statement : { ...statement, resources: undefined };

/** Whether a statement speaks of everything that can be chosen. */
function speaksOfAll({ resources }: Statement, open: Pattern): boolean {
  if (!resources) return true;
  if (resources.templates.length > 0) return false;
  const { isNot, patterns } = resources;
  return isNot
    ? !patterns.some((pattern) => intersects(pattern, open))
    : patterns.some((pattern) => covers(pattern, open));
}

const OWN_NAME = /^aws:(?:principalarn|username)$/;
const OWN_VARIABLE = /\$\{\s*aws:(?:principalarn|username)\b/i;

/** Whether a statement may hold for one principal and not for another with the same policies. */
export const asksForName = ({ conditions, resources }: Statement): boolean =>
  conditions.some(({ key, text }) => OWN_NAME.test(key) || OWN_VARIABLE.test(text)) ||
  (resources?.templates ?? []).some(({ text }) => OWN_VARIABLE.test(text));

function numbered(profiles: readonly Profile[], keyOf: (profile: Profile) => string) {
  const known = new Map<string, number>();
  const firsts: Profile[] = [];
  const numbers = Uint32Array.from(profiles, (profile) => {
    const key = keyOf(profile);
    const number = known.get(key) ?? firsts.push(profile) - 1;
    known.set(key, number);
    return number;
  });
  return { numbers, firsts };
}
