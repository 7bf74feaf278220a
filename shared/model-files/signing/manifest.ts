/** What a signer vouches for: every file of a model with the digest of its bytes. */
export interface SignedManifest {
  /** The folder or file as it was called where it was signed. Informational: it is bound to nothing. */
  readonly modelName: string;
  /** SHA-256 over all digests, in hex, by which others refer to the model. Statements before 1.0 have none. */
  readonly rootDigest: string | undefined;
  /** One file was signed and not a folder: what lies beside it is no part of the model. */
  readonly isSingleFile: boolean;
  /** Whether the signer followed symbolic links. If not, there were none. */
  readonly allowsSymlinks: boolean;
  /** Paths that the signer left out, with all that lies below them. */
  readonly ignoredPaths: readonly string[];
  /** Sorted by path. */
  readonly files: readonly SignedFile[];
}

export interface SignedFile {
  /** Relative to the model, with `/`, normalized, never leading out of it. */
  readonly path: string;
  /** One for the whole file, or one for each of its shards from the first byte to the last, without gaps. */
  readonly digests: readonly SignedDigest[];
  readonly isSharded: boolean;
}

export interface SignedDigest {
  /** `sha256` or `blake2b`; of others it is known only that they are not these. */
  readonly algorithm: string;
  /** In lower case. */
  readonly hex: string;
  /** The bytes that are digested; `to` is undefined where that is the end of the file, wherever it is. */
  readonly from: number;
  readonly to: number | undefined;
}
