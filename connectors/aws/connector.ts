import type { AssetType } from '#shared/model/asset-type.ts';
import type { Connector } from '../connector.ts';
import type { AwsServices } from './services.ts';

export type AwsConnector<Summary extends object = object> = Connector<AwsServices, Summary>;

/** Declares an AWS connector; `Summary` is what `list` yields. */
export function awsConnector<Summary extends object>(
  assetType: AssetType,
  declaration: Omit<AwsConnector<Summary>, 'assetType'>,
): AwsConnector<Summary> {
  return Object.freeze({ assetType, ...declaration });
}
