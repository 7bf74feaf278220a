import type { Bucket } from '#connectors/objects/bucket.ts';
import type { BucketPlace } from '#shared/artefacts/place.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Limits } from '#shared/model-files/bytes/limits.ts';
import type { SignatureTrust } from '#shared/model-files/signing/trust.ts';

/** How model files are reached, and which. */
export interface ModelFiles {
  /** Whether files may be read there at all. */
  readonly isReadable: (place: BucketPlace) => boolean;
  /** The bucket as the account of the scope sees it. Throws SourceUnreadable where it cannot be entered. */
  readonly open: (place: BucketPlace, scope: Scope) => Promise<Bucket>;
  readonly limits?: Partial<Limits>;
  /** Whose signatures count. */
  readonly trust: SignatureTrust;
}
