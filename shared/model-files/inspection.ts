/** What a file is found to do when it is loaded. */
export const FILE_VERDICTS = ['clean', 'review', 'dangerous'] as const;
export type FileVerdict = (typeof FILE_VERDICTS)[number];

/** How much of what decides was read. `partial` and `error` are never clean. */
export type FileStatus = 'complete' | 'partial' | 'error';

/** Something that was seen in a file. */
export interface Observation {
  /** `pickle.dangerous-global`. */
  readonly rule: string;
  readonly effect: 'dangerous' | 'review' | 'note';
  /** The members that lead there from the file, outermost first; empty for the file itself. */
  readonly within: readonly string[];
  /** In bytes from the begin of the innermost member. */
  readonly offset?: number;
  /** One sentence. May hold text out of the file: whoever shows it makes it printable. */
  readonly text: string;
  /** The call that loading would make, as Python writes it. */
  readonly call?: string;
  /** `os.system`, for what a load imports. */
  readonly global?: string;
}

/** Something that was there, might decide, and was not read. */
export interface NotRead {
  readonly within: readonly string[];
  readonly why: string;
}

/** What a signature of a model is found to be. Only where somebody was named whose signatures count. */
export interface SignatureSummary {
  readonly outcome: 'verified' | 'untrusted' | 'invalid';
  /** Who signed, in words, where that was verified. */
  readonly signer?: string;
  readonly why?: string;
  /** That it says it covers. */
  readonly files?: number;
  /** SHA-256 over the digests of those, in hex, by which others refer to the model. */
  readonly rootDigest?: string;
}

/** What signatures say of a file beside which they lie. */
export interface FileIntegrity {
  /** Of its bytes against those that were signed; `unsigned` where nobody who is trusted vouches for it. */
  readonly comparison: 'same' | 'differs' | 'extra' | 'left-out' | 'not-compared' | 'unsigned';
  /** Who vouches for what the file should be. Empty where no signature is verified. */
  readonly signers: readonly string[];
  /** Of its bytes, in hex, where that was found out. */
  readonly sha256?: string;
}

export interface Inspection {
  readonly name: string;
  readonly version?: string;
  readonly bytes: number | undefined;
  readonly bytesRead: number;
  readonly milliseconds: number;
  /** The formats that claim the file, the surest first. */
  readonly formats: readonly string[];
  readonly status: FileStatus;
  readonly notRead: readonly NotRead[];
  readonly verdict: FileVerdict;
  readonly observations: readonly Observation[];
  /** Everything that a load imports, clean or not. */
  readonly globals: readonly string[];
  readonly signature?: SignatureSummary;
  readonly integrity?: FileIntegrity;
}
