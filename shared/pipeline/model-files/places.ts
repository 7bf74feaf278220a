import { type BucketPlace, placeName } from '#shared/artefacts/place.ts';
import { fits } from '#shared/model/governance.ts';

/** Whether model files may be read there: the config names the buckets, with `*` for any text. */
export const readableIn =
  (patterns: readonly string[]) =>
  (place: BucketPlace): boolean =>
    patterns.some((pattern) => fits(placeName(place), pattern));
