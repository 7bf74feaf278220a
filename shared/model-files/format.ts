import type { ByteSource } from './bytes/byte-source.ts';
import type { Spending } from './bytes/limits.ts';
import type { Head } from './head.ts';
import type { NotRead, Observation } from './inspection.ts';

/** What a parser tells, and asks for, while it inspects one file or member. */
export interface Inspecting {
  readonly spending: Spending;
  readonly depth: number;
  /** The names of the members that lead here. */
  readonly within: readonly string[];
  observe(seen: Omit<Observation, 'within'>): void;
  /** Something that may decide was not read: the inspection is partial. */
  missed(why: NotRead['why']): void;
  /** `os.system`: a load imports it. */
  imports(global: string): void;
  /**
   * Inspects a member, whatever format it turns out to have, and gives the ids of the formats that claim it. Its errors
   * are its own. A shorter head is for what a loader takes for bare numbers: more is read only where it looks like more.
   */
  member(
    name: string,
    source: ByteSource,
    options?: { readonly headBytes?: number },
  ): Promise<readonly string[]>;
}

/**
 * One format of model files. Content decides and never the name; several may claim one file, and each is then asked.
 */
export interface ModelFormat {
  /** `safetensors`. */
  readonly id: string;
  readonly title: string;
  /** Where the layout of its bytes is written down. */
  readonly source: string;
  /** Asked only where no other format claims the content. */
  readonly isLastResort?: true;
  /**
   * Whether the content may be of this format. Never throws for what a file holds. Is asked of every file and every
   * member, so that only what the first bytes do not tell is worth a promise.
   */
  readonly claims: (head: Head) => boolean | Promise<boolean>;
  /**
   * Reads what decides. Throws only what {@link ByteSource} throws: damage is an observation, or something missed.
   */
  readonly inspect: (source: ByteSource, inspecting: Inspecting) => Promise<void>;
}
