import * as z from 'zod';
import type { Cloud } from '#connectors/cloud.ts';
import { type Connector, operationsOf } from '#connectors/connector.ts';
import { rediscover } from '#connectors/discover.ts';
import {
  type RestDialect,
  type RestOptions,
  type RestReader,
  restReader,
  restTransport,
} from '#connectors/rest.ts';
import { type AssetType, assetType } from '#shared/model/asset-type.ts';
import { type Check, check } from '#shared/model/check.ts';
import { not, type Predicate } from '#shared/model/predicate.ts';
import type { Action } from '#shared/remediation/action.ts';
import { actions } from '#shared/remediation/index.ts';

/** An asset type for a test: any config. */
export const stagedType = (
  id: `${'aws' | 'azure' | 'gcp'}.${string}.${string}`,
  nativeType: string,
  placement: AssetType['placement'] = 'global',
): AssetType =>
  assetType(id, {
    title: id,
    placement,
    nativeType,
    shape: { package: 'test', type: 'test' },
    config: z.looseObject({}),
  });

/** A check for a test, which passes where `ok` holds. */
export const stagedCheck = (type: AssetType, id: string, ok: Predicate): Check => ({
  id,
  ...check(type, {
    title: id,
    severity: 'high',
    fails: not(ok),
    why: 'For the test.',
    fix: { console: '', cli: '' },
    source: 'test',
    frameworks: {},
    examples: { pass: [{}], fail: [{}] },
  }),
});

/** A declared action, as it stands in the registry. */
export function actionNamed(id: string): Action {
  const action = actions.find((candidate) => candidate.id === id);
  if (!action) throw new Error(`there is no action ${id}`);
  return action;
}

/** What connectors of Google Cloud read one asset with. */
export interface RestServices {
  readonly google: RestReader;
}

/** A cloud that reads assets of one type again, by a connector that the product does not have yet. */
export function stagedCloud(
  connector: Connector<RestServices>,
  dialect: RestDialect,
  options: RestOptions,
): Cloud {
  const send = restTransport(dialect, options);
  return {
    provider: connector.assetType.provider,
    connectors: [connector as Connector],
    plan: async () => ({ scopes: [], coverage: [] }),
    discover: async () => ({ assets: [], coverage: [] }),
    rediscover: (reading, _type, assetId) =>
      rediscover(
        connector,
        (found, recorder) => {
          const declared = new Set(operationsOf(found).map(({ id }) => id));
          return { google: restReader(send, dialect, recorder, declared) };
        },
        reading,
        assetId,
      ),
  };
}
