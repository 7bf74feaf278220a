import type { Finding } from '#shared/model/finding.ts';
import type { Provider } from '#shared/model/scope.ts';
import { bySeverity, SEVERITIES, type Severity } from '#shared/model/severity.ts';
import { scoreOf } from '#shared/risk/finding-risk.ts';
import type { Posture } from './posture.ts';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** From most to least urgent, as people read them. */
export const URGENT_FIRST: readonly Severity[] = [...SEVERITIES].reverse();

export const isOpen = ({ status }: Finding): boolean => status === 'open';

/** The riskiest first; among equals the more severe, then the one that has been open longest. */
export const worstFirst = (a: Finding, b: Finding): number =>
  scoreOf(b) - scoreOf(a) ||
  bySeverity(a.severity, b.severity) ||
  compare(a.openedAt, b.openedAt) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function countBySeverity(findings: readonly Finding[]): SeverityCounts {
  const counts: Record<Severity, number> = { informational: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export interface CloudSummary {
  readonly provider: Provider;
  readonly open: number;
  readonly bySeverity: SeverityCounts;
  readonly assets: number;
}

/** One row for each cloud that was looked at, whether or not anything was found there. */
export function summariseByCloud({ findings, assets, coverage }: Posture): CloudSummary[] {
  return (['aws', 'azure', 'gcp'] as const).flatMap((provider) => {
    const inCloud = ({ scope }: { readonly scope: { readonly provider: Provider } }) =>
      scope.provider === provider;
    if (![findings, assets, coverage].some((records) => records.some(inCloud))) return [];
    const open = findings.filter((finding) => isOpen(finding) && inCloud(finding));
    return [
      {
        provider,
        open: open.length,
        bySeverity: countBySeverity(open),
        assets: assets.filter(inCloud).length,
      },
    ];
  });
}

/** How many assets there are of each type and how many of them have an open finding; the most first. */
export function summariseByType({ assets, assetTypes, findings }: Posture): {
  readonly type: string;
  readonly title: string;
  readonly provider: Provider;
  readonly assets: number;
  readonly withFindings: number;
}[] {
  const afflicted = new Set(findings.filter(isOpen).map(({ asset }) => asset.id));
  return [...Map.groupBy(assets, ({ type }) => type)]
    .flatMap(([type, ofType]) => {
      const provider = ofType[0]?.scope.provider;
      if (!provider) return [];
      return [
        {
          type,
          title: assetTypes.get(type)?.title ?? type,
          provider,
          assets: ofType.length,
          withFindings: ofType.filter(({ id }) => afflicted.has(id)).length,
        },
      ];
    })
    .sort((a, b) => b.assets - a.assets || compare(a.type, b.type));
}
