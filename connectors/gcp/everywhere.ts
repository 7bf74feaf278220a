import type { JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../connector.ts';
import { type CoverageRecorder, ReadFailure } from '../coverage.ts';
import { underEach } from '../nested.ts';
import type { RestReader } from '../rest.ts';
import type { AssetInventory } from './asset-inventory.ts';
import type { GcpServices } from './connector.ts';
import { hostPrefixOf, type LocationList } from './location-list.ts';
import { isRecentOrUnended } from './recency.ts';

export interface EverywhereOptions {
  readonly google: RestReader;
  readonly inventory: AssetInventory;
  readonly recorder: CoverageRecorder;
  readonly reading: Reading;
  /** Those that the config names. */
  readonly regions: readonly string[];
}

/** Reads what a project has of one kind, in as few calls as it is allowed to. */
export function everywhere(options: EverywhereOptions): GcpServices['everywhere'] {
  const { google, inventory, recorder, reading, regions } = options;

  return async function* ofKind(list, parameters = {}) {
    const known = await inventory.resources(list.inventoryType, recorder);
    if (known) {
      // The inventory has said it all: the list itself need not be asked.
      recorder.declareComplete(list);
      yield* wanted(list, known);
      return;
    }
    async function* inLocation(region: string): AsyncGenerator<JsonObject> {
      try {
        const { account: project } = reading.scope;
        yield* google.list(list, { ...parameters, project, region, at: hostPrefixOf(region) });
      } catch (error) {
        // An API that is off is off everywhere.
        if (error instanceof ReadFailure && error.outcome !== 'unavailable')
          recorder.remark(list, error.outcome, `in ${region}`);
        throw error;
      }
    }
    for await (const [, resource] of underEach(locationsOf(list), inLocation))
      yield* wanted(list, [resource]);
  };

  /** An empty page of history must not be taken for the end of it: jobs are looked at one by one. */
  function wanted({ isHistory }: LocationList, resources: readonly JsonObject[]): readonly JsonObject[] {
    return isHistory ? resources.filter((job) => isRecentOrUnended(job, reading)) : resources;
  }

  async function* locationsOf({ locations }: LocationList): AsyncGenerator<string> {
    yield* new Set(locations?.(regions) ?? regions);
  }
}
