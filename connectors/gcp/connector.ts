import type { AssetType } from '#shared/model/asset-type.ts';
import type { Connector } from '../connector.ts';
import type { RestReader } from '../rest.ts';

export interface GcpServices {
  readonly google: RestReader;
}

export type GcpConnector<Summary extends object = object> = Connector<GcpServices, Summary>;

/** Declares a Google Cloud connector; `Summary` is what `list` yields. */
export function gcpConnector<Summary extends object>(
  assetType: AssetType,
  declaration: Omit<GcpConnector<Summary>, 'assetType'>,
): GcpConnector<Summary> {
  return Object.freeze({ assetType, ...declaration });
}
