import { estateAccess } from '#shared/access/estate.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Verdict } from '#shared/model/evidence.ts';
import { GLOBAL, type Provider, type Scope } from '#shared/model/scope.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { CombinationJudge, othersOfFacts, readsOfFacts } from '#shared/paths/judge-combinations.ts';
import { verdictsOf } from '#shared/paths/judge-techniques.ts';
import { readsOfTechnique } from '#shared/paths/reach.ts';
import type { Fleet } from './fleet.ts';
import type { UnreadBehind } from './freshness.ts';

/** The estate on record as a graph. */
export const analysisOf = (
  assets: readonly Asset[],
  { techniques = [] }: Pick<Fleet, 'techniques'>,
  at: Date,
): Analysis => new Analysis({ assets, access: estateAccess(assets), techniques, at });

/** Without these, nobody knows who may do what in an account. */
const IDENTITY_TYPES: Readonly<Record<Provider, readonly string[]>> = {
  aws: ['aws.iam.role', 'aws.iam.user'],
  azure: ['azure.authorization.role-assignment'],
  gcp: ['gcp.resource-manager.project-policy'],
};

/**
 * What each technique and each combination says of each asset that it is about, where this scan has read both the
 * asset and who may do what.
 */
export function judgePaths(
  analysis: Analysis,
  { combinations = [] }: Pick<Fleet, 'combinations'>,
  { unreadBehind, at }: { readonly unreadBehind: UnreadBehind; readonly at: Date },
): Verdict[] {
  const identityOf = unreadIdentityOf(unreadBehind);
  const techniques = verdictsOf(analysis.judged, analysis.access).map((verdict, number) => {
    const { technique, target } = analysis.judged[number] ?? {};
    if (!technique || !target || verdict.judgement === 'unknown') return verdict;
    const missing =
      unreadBehind(target, readsOfTechnique(technique)) ??
      (technique.by === 'principal' ? identityOf(target.scope) : undefined);
    return missing === undefined ? verdict : unknown(verdict, missing);
  });
  const byId = new Map(combinations.map((combination) => [combination.id, combination]));
  const combined = new CombinationJudge(analysis, at).verdicts(combinations).map((verdict) => {
    const asset = analysis.asset(verdict.assetId);
    const facts = byId.get(verdict.checkId)?.facts ?? [];
    if (!asset || verdict.judgement === 'unknown') return verdict;
    const others = othersOfFacts(facts).map(({ type: { id: type, placement }, paths }) =>
      unreadBehind(
        { type, scope: placement === 'global' ? { ...asset.scope, region: GLOBAL } : asset.scope },
        paths,
      ),
    );
    const missing = [unreadBehind(asset, readsOfFacts(facts)), ...others, identityOf(asset.scope)].find(
      (operation) => operation !== undefined,
    );
    return missing === undefined ? verdict : unknown(verdict, missing);
  });
  return [...techniques, ...combined];
}

/** The first operation without which nobody knows who may do what in an account, if this scan did not read it. */
function unreadIdentityOf(unreadBehind: UnreadBehind): (scope: Scope) => string | undefined {
  const known = new Map<string, string | undefined>();
  return ({ provider, account }) => {
    const key = `${provider}/${account}`;
    if (!known.has(key)) {
      const scope = { provider, account, region: GLOBAL };
      const missing = IDENTITY_TYPES[provider].map((type) => unreadBehind({ type, scope }, []));
      known.set(
        key,
        missing.find((operation) => operation !== undefined),
      );
    }
    return known.get(key);
  };
}

const unknown = (verdict: Verdict, operation: string): Verdict => ({
  ...verdict,
  judgement: 'unknown',
  evidence: [
    {
      path: verdict.assetId,
      state: 'unread',
      expected: 'the asset, and who may do what with it, read in this scan',
      note: `${operation} was not read completely`,
    },
  ],
});
