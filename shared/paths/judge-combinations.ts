import type { PrincipalNumbers } from '#shared/access/access-index.ts';
import { both, intersection } from '#shared/access/principal-sets.ts';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { evaluate, type Resolve, type Truth } from '#shared/model/evaluate.ts';
import type { Evidence, Verdict } from '#shared/model/evidence.ts';
import { readsOf } from '#shared/model/predicate.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Analysis } from './analyse.ts';
import type { Combination, Fact } from './combination.ts';
import type { Judged } from './edges.ts';
import { unreadIdentityBehind, unreadPolicyAround } from './unread-access.ts';

interface Found {
  readonly truth: Truth;
  readonly evidence: readonly Evidence[];
}

/** Judges combinations over one estate; holds what all of them look up. */
export class CombinationJudge {
  readonly #analysis: Analysis;
  readonly #resolve: Resolve;
  readonly #at: Date;
  readonly #judged: ReadonlyMap<string, Judged>;
  readonly #byType: ReadonlyMap<string, readonly Asset[]>;
  readonly #related = new Map<string, Asset[]>();

  constructor(analysis: Analysis, at: Date) {
    const { assets } = analysis.places;
    const byId = new Map(assets.map((asset) => [comparableId(asset.id), asset]));
    this.#analysis = analysis;
    this.#at = at;
    this.#resolve = (id) => byId.get(comparableId(id));
    this.#judged = new Map(
      analysis.judged.map((one) => [`${one.technique.id} ${comparableId(one.target.id)}`, one]),
    );
    this.#byType = Map.groupBy(assets, ({ type }) => type);
    for (const asset of assets)
      for (const { kind, target } of asset.relations) {
        const key = `${kind} ${comparableId(target)}`;
        const others = this.#related.get(key);
        if (others) others.push(asset);
        else this.#related.set(key, [asset]);
      }
  }

  verdicts(combinations: readonly Combination[]): Verdict[] {
    return combinations.flatMap((combination) =>
      (this.#byType.get(combination.assetType.id) ?? []).map((asset) => this.#verdict(combination, asset)),
    );
  }

  #verdict({ id, facts }: Combination, asset: Asset): Verdict {
    const found = this.#all(facts.map((fact) => this.#look(fact, asset)));
    return {
      checkId: id,
      assetId: asset.id,
      judgement: found.truth === undefined ? 'unknown' : found.truth ? 'fail' : 'pass',
      evidence:
        found.evidence.length > 0
          ? [...found.evidence]
          : [
              {
                path: asset.id,
                state: 'read',
                found: 'not all of it is so',
                expected: 'not all of it at once',
              },
            ],
    };
  }

  #look(fact: Fact, asset: Asset): Found {
    switch (fact.kind) {
      case 'config':
        return evaluate(fact.of, asset, this.#resolve, this.#at);
      case 'reached': {
        const steps = this.#analysis.stepsFromOutside(asset.id, fact.holds);
        return steps === undefined
          ? noneOr(unreadPolicyAround(asset, this.#resolve))
          : quoted(asset, true, `reached from outside in ${steps} steps`, 'no way from outside');
      }
      case 'reaches': {
        const radius = this.#analysis.blastRadius(asset.id);
        const hit = radius?.targets.filter(({ kind }) => fact.targets.includes(kind)) ?? [];
        const words = hit.map(({ kind, hold, count }) => `${count} ${kind} (${hold})`).join(', ');
        return hit.length === 0
          ? noneOr(unreadIdentityBehind(asset, this.#resolve))
          : quoted(asset, true, `reaches ${words}`, 'nothing of the kind in its reach');
      }
      case 'works':
        return this.#any(fact.techniques.map((technique) => this.#works(technique, asset, fact.by)));
      case 'one-holder': {
        const here = this.#judged.get(`${fact.technique} ${comparableId(asset.id)}`);
        if (here?.reach.kind === 'unknown') return { truth: undefined, evidence: here.reach.evidence };
        if (here?.reach.kind !== 'held') return NOT_SO;
        const ours = here.reach.holders;
        return this.#any(
          (this.#byType.get(fact.other.type.id) ?? [])
            .filter(({ scope }) => scopeKey(scope) === scopeKey(asset.scope))
            .map((other): Found => {
              const there = this.#judged.get(`${fact.other.technique} ${comparableId(other.id)}`);
              if (there?.reach.kind === 'unknown')
                return { truth: undefined, evidence: there.reach.evidence };
              if (there?.reach.kind !== 'held') return NOT_SO;
              const { yes, conditional } = both(ours, there.reach.holders);
              const [one] = [...yes, ...conditional];
              if (one === undefined) return NOT_SO;
              const name = this.#analysis.access.principals[one]?.id;
              const expected = 'nobody who can do both';
              return yes.length > 0
                ? quoted(other, true, `${name} can do both`, expected)
                : underCondition(other, `${name} can do both`, expected);
            }),
        );
      }
      case 'used-by': {
        const { access, places } = this.#analysis;
        const { yes, conditional } = access.holders({ permission: fact.permission, resource: asset.id });
        return this.#any(
          (this.#byType.get(fact.type.id) ?? []).map((user) => {
            const identities = user.relations
              .filter(({ kind }) => kind === 'assumes')
              .map(({ target }) => places.principalsOf(comparableId(target)));
            const isAmong = (holders: PrincipalNumbers): boolean =>
              identities.some((numbers) => intersection(holders, numbers).length > 0);
            if (isAmong(yes)) return elsewhere(user, this.#look(fact.of, user));
            const unread = unreadIdentityBehind(user, this.#resolve);
            if (!isAmong(conditional) && !unread) return NOT_SO;
            return this.#all([
              elsewhere(user, this.#look(fact.of, user)),
              unread
                ? noneOr(unread)
                : underCondition(user, `it has ${fact.permission}`, 'nothing that uses it'),
            ]);
          }),
        );
      }
      case 'related': {
        const others =
          fact.direction === 'to'
            ? asset.relations
                .filter(({ kind }) => kind === fact.relation)
                .flatMap(({ target }) => this.#resolve(target) ?? [])
            : (this.#related.get(`${fact.relation} ${comparableId(asset.id)}`) ?? []);
        const ofType = others.filter(({ type }) => type === fact.type.id);
        if (fact.noneIsUnknown && ofType.length === 0) return noneOr(notLookedAt(asset, fact.type));
        return this.#any(ofType.map((other) => elsewhere(other, this.#look(fact.of, other))));
      }
      case 'beside':
        return this.#any(
          (this.#byType.get(fact.type.id) ?? [])
            .filter(({ scope }) => scopeKey(scope) === scopeKey(asset.scope))
            .map((other) => elsewhere(other, this.#look(fact.of, other))),
        );
      case 'any':
        return this.#any(fact.of.map((inner) => this.#look(inner, asset)));
      case 'all':
        return this.#all(fact.of.map((inner) => this.#look(inner, asset)));
    }
  }

  #works(technique: string, asset: Asset, by?: Extract<Fact, { kind: 'works' }>['by']): Found {
    const one = this.#judged.get(`${technique} ${comparableId(asset.id)}`);
    switch (one?.reach.kind) {
      case undefined:
      case 'not-applicable':
        return { truth: false, evidence: [] };
      case 'unknown':
        return { truth: undefined, evidence: one.reach.evidence };
      case 'open':
        return quoted(asset, true, one.technique.gains, one.technique.title);
      case 'held': {
        const { principals } = this.#analysis.access;
        const isAsked = (number: number): boolean => {
          const { kind, account } = principals[number] ?? {};
          if (by === undefined || kind === undefined) return by === undefined;
          return by === 'other accounts' ? account !== asset.scope.account : by.includes(kind);
        };
        const yes = [...one.reach.unmeant.yes].filter(isAsked);
        const conditional = [...one.reach.unmeant.conditional].filter(isAsked);
        const { gains, title } = one.technique;
        const gained = (numbers: readonly number[]): string => {
          const names = numbers.slice(0, 3).map((number) => principals[number]?.id);
          return `${gains}, by ${names.join(', ')}${numbers.length > 3 ? ` and ${numbers.length - 3} more` : ''}`;
        };
        if (yes.length > 0) return quoted(asset, true, gained(yes), title);
        return conditional.length > 0
          ? underCondition(asset, gained(conditional), title)
          : noneOr(unreadPolicyAround(asset, this.#resolve));
      }
    }
  }

  #any(found: readonly Found[]): Found {
    const hit = found.find(({ truth }) => truth === true);
    if (hit) return hit;
    const doubtful = found.find(({ truth }) => truth === undefined);
    return doubtful ?? { truth: false, evidence: found[0]?.evidence ?? [] };
  }

  #all(found: readonly Found[]): Found {
    const refuted = found.find(({ truth }) => truth === false);
    if (refuted) return refuted;
    const doubtful = found.find(({ truth }) => truth === undefined);
    return doubtful ?? { truth: true, evidence: found.flatMap(({ evidence }) => evidence) };
  }
}

const NOT_SO: Found = { truth: false, evidence: [] };

/** Nothing was found: not so where all was read that could show it, and undecided where some was not. */
const noneOr = (unread: Evidence | undefined): Found =>
  unread ? { truth: undefined, evidence: [unread] } : NOT_SO;

const notLookedAt = ({ id }: Asset, { title }: AssetType): Evidence => ({
  path: id,
  state: 'unread',
  expected: `a ${title} on record`,
  note: 'none was looked at',
});

/** So only where a condition holds that the inventory does not decide. */
const underCondition = ({ id }: Asset, found: string, expected: string): Found => ({
  truth: undefined,
  evidence: [{ path: id, state: 'read', found, expected, note: 'only under a condition' }],
});

const quoted = ({ id }: Asset, truth: boolean, found: string, expected: string): Found => ({
  truth,
  evidence: truth ? [{ path: id, state: 'read', found, expected }] : [],
});

/** Config paths of another asset stand behind its id. */
const elsewhere = ({ id }: Asset, { truth, evidence }: Found): Found => ({
  truth,
  evidence: evidence.map((piece) =>
    piece.path.startsWith(id) ? piece : { ...piece, path: `${id}#${piece.path}` },
  ),
});

/** The config paths of the asset itself that the facts look at. */
export const readsOfFacts = (facts: readonly Fact[]): string[] =>
  facts.flatMap((fact) => {
    if (fact.kind === 'config') return readsOf(fact.of);
    return fact.kind === 'any' || fact.kind === 'all' ? readsOfFacts(fact.of) : [];
  });

/** The types beside its own that the facts look for, with the config paths that they look at there. */
export const othersOfFacts = (
  facts: readonly Fact[],
): { readonly type: AssetType; readonly paths: readonly string[] }[] =>
  facts.flatMap((fact) => {
    switch (fact.kind) {
      case 'any':
      case 'all':
        return othersOfFacts(fact.of);
      case 'one-holder':
        return [{ type: fact.other.type, paths: [] }];
      case 'related':
      case 'beside':
      case 'used-by':
        return [{ type: fact.type, paths: readsOfFacts([fact.of]) }, ...othersOfFacts([fact.of])];
      default:
        return [];
    }
  });
