import type { Coverage } from '#shared/model/coverage.ts';
import type { Provider, Scope } from '#shared/model/scope.ts';
import type { Connector, Reading } from './connector.ts';
import type { Discovered, DiscoverOptions } from './discover.ts';
import type { Granted } from './granted.ts';

/** The scopes that a scan will read, and how listing them went. */
export interface Plan {
  readonly scopes: readonly Scope[];
  /** Of the operations that list accounts; under the scope `<provider>/<home account or tenant>/estate`. */
  readonly coverage: readonly Coverage[];
}

/** The region of coverage that belongs to no account: of listing the accounts themselves. */
export const ESTATE = 'estate';

/**
 * One cloud as the pipeline sees it: which scopes there are, and what is in one. Neither throws for anything
 * that a cloud may answer; an account that cannot be entered at all has coverage with the one operation that
 * was refused, such as `sts:AssumeRole`.
 */
export interface Cloud {
  readonly provider: Provider;
  readonly connectors: readonly Connector[];
  plan(): Promise<Plan>;
  discover(reading: Reading, options?: DiscoverOptions): Promise<Discovered>;
  /** Reads one asset again. Throws when no connector reads that asset type. */
  rediscover(reading: Reading, assetType: string, assetId: string): Promise<Discovered>;
  /**
   * The same text for every way in which the cloud writes an id of this account; without it, an id is written in
   * one way only. Only to compare ids by: what is kept and quoted is what the cloud wrote.
   */
  readonly comparable?: (assetId: string, scope: Scope) => string;
  /**
   * What the identity that asks may do in each of these scopes; only of clouds that tell it to whoever asks.
   * `beside`: permissions that reading takes and that no connector declares, such as those of plans.
   */
  granted?(scopes: readonly Scope[], beside?: readonly string[]): Promise<readonly Granted[]>;
}
