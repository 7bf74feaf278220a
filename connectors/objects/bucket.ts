import type { OpenSource } from '#shared/model-files/bytes/open-source.ts';

/** What a cloud calls a bucket or a container: objects with names, of which ranges can be read. */
export interface Bucket {
  /** Opens one version of an object: the newest, where none is named. Throws SourceUnreadable. */
  open(object: string, version?: string): Promise<OpenSource>;
  /** The objects whose names begin so, in the order of the cloud, as many as `most`. Throws SourceUnreadable. */
  listObjects(prefix: string, most: number): Promise<Listing>;
}

export interface Listing {
  readonly objects: readonly ListedObject[];
  /** Whether there are more than were asked for. */
  readonly isCutOff: boolean;
}

export interface ListedObject {
  readonly name: string;
  readonly bytes: number;
  /** As {@link OpenSource.revision}. */
  readonly revision?: string;
}

/** Consoles make empty objects to show folders by. */
export const isFolder = ({ name, bytes }: ListedObject): boolean => name.endsWith('/') && bytes === 0;

/** Pages that a cloud may give, so that empty ones do not go on for ever. */
const MOST_PAGES = 1000;

/** One page of a list, and what asks for the next. */
export interface ListPage {
  readonly objects: readonly ListedObject[];
  readonly next: string | undefined;
}

/** Lists page after page until there are as many as wanted, or no more. */
export async function listedUntil(
  most: number,
  page: (continuation: string | undefined) => Promise<ListPage>,
): Promise<Listing> {
  const objects: ListedObject[] = [];
  let continuation: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { objects: more, next } = await page(continuation);
    objects.push(...more.filter((object) => !isFolder(object)));
    if (objects.length > most) return { objects: objects.slice(0, most), isCutOff: true };
    if (next === undefined) return { objects, isCutOff: false };
    continuation = next;
  }
  return { objects, isCutOff: true };
}
