import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import type { Analysis } from '#shared/paths/analyse.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { analysisOf } from '#shared/pipeline/judge-paths.ts';
import { printable } from '#shared/sinks/text.ts';
import { UsageError } from '../surroundings.ts';

/** The inventory on record, and what follows from it. */
export async function recordedEstate(
  fleet: Fleet,
): Promise<{ readonly assets: readonly Asset[]; readonly analysis: Analysis }> {
  const assets = await Array.fromAsync(fleet.ledger.assets());
  if (assets.length === 0)
    throw new UsageError('there is no inventory on record yet; run "aispm scan" first, or name its --store');
  return { assets, analysis: analysisOf(assets, fleet, fleet.clock()) };
}

const MOST_NAMED = 6;

/** Something of which people write the id, the name or the end of the id. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** The one thing that is meant. Throws a UsageError that names those that could be, where it is none or several. */
function theOne<Thing extends Named>(
  things: readonly Thing[],
  wanted: string,
  { one, list }: { readonly one: string; readonly list: string },
): Thing {
  const key = comparableId(wanted);
  const byId = things.filter(({ id }) => comparableId(id) === key);
  const byName = things.filter(({ name }) => name === wanted);
  const byEnd = things.filter(
    ({ id }) => wanted.length > 2 && id.toLowerCase().endsWith(wanted.toLowerCase()),
  );
  const found = [byId, byName, byEnd].find((matches) => matches.length > 0) ?? [];
  const [first] = found;
  if (first && found.length === 1) return first;
  if (!first) {
    const near = things.filter(
      ({ id }) => wanted.length > 2 && id.toLowerCase().includes(wanted.toLowerCase()),
    );
    throw new UsageError(
      `there is no ${one} "${printable(wanted)}" on record; ${
        near.length > 0
          ? `did you mean ${listed(near)}?`
          : `its id, its name or the end of its id is wanted. ${list}`
      }`,
    );
  }
  throw new UsageError(`"${printable(wanted)}" may be ${listed(found)}: write the whole id`);
}

const listed = (things: readonly Named[]): string => {
  const shown = things.slice(0, MOST_NAMED).map(({ id }) => printable(id));
  const more = things.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` or ${more} more` : ''}`;
};

export const assetNamed = (assets: readonly Asset[], wanted: string): Asset =>
  theOne(assets, wanted, { one: 'asset', list: '"aispm report --format json" lists all of them' });

/** The number of the principal that is meant: by its own id, by its name, or by the asset that it is. */
export function principalNamed({ access }: Analysis, wanted: string): number {
  const numbered = access.principals.map(({ id, name, assetId }, number) => ({ id, name, assetId, number }));
  const ofAsset = numbered.find(
    ({ assetId }) => assetId !== undefined && comparableId(assetId) === comparableId(wanted),
  );
  if (ofAsset) return ofAsset.number;
  return theOne(numbered, wanted, {
    one: 'principal',
    list: '"aispm who-can invoke <asset>" names those that can do something',
  }).number;
}
