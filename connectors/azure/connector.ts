import type { AssetType } from '#shared/model/asset-type.ts';
import type { Connector } from '../connector.ts';
import type { RestReader } from '../rest.ts';

export interface AzureServices {
  readonly arm: RestReader;
}

export type AzureConnector<Summary extends object = object> = Connector<AzureServices, Summary>;

/** Declares an Azure connector; `Summary` is what `list` yields. */
export function azureConnector<Summary extends object>(
  assetType: AssetType,
  declaration: Omit<AzureConnector<Summary>, 'assetType'>,
): AzureConnector<Summary> {
  return Object.freeze({ assetType, ...declaration });
}
