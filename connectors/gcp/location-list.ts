import type { Operation, RestOperation } from '../operation.ts';

/** A list that Google answers location by location, of something that a project may have anywhere. */
export interface LocationList extends RestOperation {
  /** Its name in Cloud Asset Inventory, if it is there: `aiplatform.googleapis.com/Endpoint`. */
  readonly inventoryType?: string;
  /** Asked beside the regions of the config, or in place of them: multi-regions, `global`. */
  readonly locations?: LocationsOf;
  /** Set for jobs, which are kept for ever: those that ended before the look-back are left out. */
  readonly isHistory?: boolean;
}

/** From the regions of the config, the locations that a service has. */
export type LocationsOf = (regions: readonly string[]) => readonly string[];

/** `projects/p/locations/l/…`: the location of a resource by its name or its full resource name. */
export const locationOf = (name: string): string => /\/locations\/([^/]+)\//.exec(name)?.[1] ?? '';

/** Whether the list is of something that Cloud Asset Inventory knows. */
export const isInInventory = (list: Operation): list is LocationList => 'inventoryType' in list;

/** Of a service whose `global` location has the host without a prefix: `{at}dialogflow.googleapis.com`. */
export const hostPrefixOf = (location: string): string => (location === 'global' ? '' : `${location}-`);
