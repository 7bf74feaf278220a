import type { Connector } from '#connectors/connector.ts';
import { connectors } from '#connectors/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Provider, Scope } from '#shared/model/scope.ts';

/** An asset as a connector would give it: its relations are those that its connector finds in the config. */
export interface AssetRow {
  readonly type: string;
  readonly id: string;
  readonly config: JsonObject;
  /** The last part of the id where it is left out. */
  readonly name?: string;
  /** Of account 111122223333 in eu-west-1, of one subscription or of project nordlicht-ml where it is left out. */
  readonly scope?: Partial<Scope>;
  readonly tags?: Readonly<Record<string, string>>;
  /** Only of what no connector reads: a model file. */
  readonly relations?: Asset['relations'];
}

/** One estate in which a technique works, and one that differs in a single thing that decides. */
export interface TechniqueExamples {
  /** The asset that is reached. */
  readonly target: string;
  /** Who reaches it: the id of a principal; left out where nobody needs to be anybody. */
  readonly by?: string;
  readonly path: readonly AssetRow[];
  readonly nearMiss: readonly AssetRow[];
}

const ACCOUNT: Readonly<Record<Provider, Pick<Scope, 'account' | 'region'>>> = {
  aws: { account: '111122223333', region: 'eu-west-1' },
  azure: { account: '00000000-0000-4000-8000-000000000001', region: 'global' },
  gcp: { account: 'nordlicht-ml', region: 'global' },
};

const byType = new Map<string, Connector>(
  Object.values(connectors)
    .flat()
    .map((connector) => [connector.assetType.id, connector]),
);

const STARTED = new Date('2026-07-01T00:00:00.000Z');

export function assetOf({ type, id, config, name, scope, tags, relations }: AssetRow): Asset {
  const connector = byType.get(type);
  if (!connector && relations)
    return {
      id,
      type,
      name: name ?? id,
      scope: { provider: 'aws', ...ACCOUNT.aws, ...scope },
      config,
      relations,
    };
  if (!connector) throw new Error(`no connector reads ${type}`);
  const { provider, placement } = connector.assetType;
  const own: Scope = { provider, ...ACCOUNT[provider], ...scope };
  const reading = {
    scope: placement === 'global' && provider === 'aws' ? { ...own, region: 'global' } : own,
    startedAt: STARTED,
    jobHistoryDays: 30,
    references: async () => new Set<string>(),
  };
  return {
    id,
    type,
    scope: reading.scope,
    name: name ?? id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1),
    config,
    relations: (connector.relations?.(config, reading) ?? []).filter((found) => found !== undefined),
    ...(tags ? { tags } : {}),
  };
}

export const assetsOf = (rows: readonly AssetRow[]): Asset[] => rows.map(assetOf);
