import { estateAccess } from '#shared/access/estate.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Verdict } from '#shared/model/evidence.ts';
import { GLOBAL, type Provider, type Scope } from '#shared/model/scope.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { verdictsOf } from '#shared/paths/judge-techniques.ts';
import { readsOfTechnique } from '#shared/paths/reach.ts';
import type { Technique } from '#shared/paths/technique.ts';
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

/** What each technique says of each target, where this scan has read both the target and who may do what. */
export function judgeTechniques(analysis: Analysis, unreadBehind: UnreadBehind): Verdict[] {
  const unreadIdentity = new Map<string, string | undefined>();
  const identityOf = ({ provider, account }: Scope): string | undefined => {
    const key = `${provider}/${account}`;
    if (!unreadIdentity.has(key)) {
      const scope = { provider, account, region: GLOBAL };
      const missing = IDENTITY_TYPES[provider].map((type) => unreadBehind({ type, scope }, []));
      unreadIdentity.set(
        key,
        missing.find((operation) => operation !== undefined),
      );
    }
    return unreadIdentity.get(key);
  };
  const verdicts = verdictsOf(analysis.judged, analysis.access);
  return analysis.judged.flatMap(({ technique, target }, number): Verdict[] => {
    const verdict = verdicts[number];
    if (!verdict) return [];
    if (verdict.judgement === 'unknown') return [verdict];
    const missing =
      unreadBehind(target, readsOfTechnique(technique)) ??
      (asksWho(technique) ? identityOf(target.scope) : undefined);
    return [missing === undefined ? verdict : unknown(verdict, target, missing)];
  });
}

const asksWho = ({ by }: Technique): boolean => by === 'principal';

const unknown = (verdict: Verdict, { id }: Asset, missing: string): Verdict => ({
  ...verdict,
  judgement: 'unknown',
  evidence: [
    {
      path: id,
      state: 'unread',
      expected: 'the asset, and who may do what with it, read in this scan',
      note: `${missing} was not read completely`,
    },
  ],
});
