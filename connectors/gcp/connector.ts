import type { AssetType } from '#shared/model/asset-type.ts';
import type { Unread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Connector } from '../connector.ts';
import type { RestReader } from '../rest.ts';
import type { LocationList } from './location-list.ts';
import type { PolicyOperation } from './resource-policy.ts';

export interface GcpServices {
  readonly google: RestReader;
  /**
   * Everything of one kind that the project has, wherever: out of Cloud Asset Inventory where that may be read and
   * knows the kind, or else location by location. `parameters` are those of the list beside project and region.
   */
  readonly everywhere: (
    list: LocationList,
    parameters?: Readonly<Record<string, string>>,
  ) => AsyncIterable<JsonObject>;
  /** The IAM policy of one resource by its full name; a failure is a value, and `undefined` is “not found”. */
  readonly policyOf: (
    fullName: string,
    operation: PolicyOperation,
    parameters: Readonly<Record<string, string>>,
  ) => Promise<JsonObject | Unread | undefined>;
}

export type GcpConnector<Summary extends object = object> = Connector<GcpServices, Summary> & {
  /** What the scope is that holds such assets: a project, or the organisation or folder that is scanned. */
  readonly level: 'project' | 'organization';
  /**
   * The asset id that audit logs mean by a resource name, where that is not the id without its service;
   * `undefined` for the names of other things. `project` is its id.
   */
  readonly auditedAs?: (resourceName: string, project: string) => string | undefined;
};

/** Declares a Google Cloud connector; `Summary` is what `list` yields. */
export function gcpConnector<Summary extends object>(
  assetType: AssetType,
  declaration: Omit<GcpConnector<Summary>, 'assetType' | 'level'> & Partial<Pick<GcpConnector, 'level'>>,
): GcpConnector<Summary> {
  return Object.freeze({ assetType, level: 'project', ...declaration });
}
