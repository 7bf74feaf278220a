import type { Content } from './content.ts';

/** Files that belong together, by their paths: most checkpoints are one file, a SavedModel is a folder. */
export type Files = ReadonlyMap<string, Content>;

/** Loading it runs something, or it is what it seems to be. */
export type Nature = 'benign' | 'hostile';

/** A checkpoint of about 1 GB, as a library writes it. */
export interface Checkpoint {
  /** `pytorch-zip`; names its objects. */
  readonly id: string;
  readonly title: string;
  /** Of its size, what may be transferred, in percent. */
  readonly mostPercent: number;
  /** Why more than that has to be transferred. */
  readonly overBecause?: string;
  /** Why the inspection of the benign one is not clean and complete. */
  readonly notCleanBecause?: string;
  files(nature: Nature): Files;
}

export const oneFile = (name: string, content: Content): Files => new Map([[name, content]]);
