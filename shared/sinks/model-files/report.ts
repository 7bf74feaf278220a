import type { Instant } from '#shared/model/finding.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import type { Product } from '../posture.ts';

/** What one run over model files found, and what it did not look at. */
export interface InspectionReport {
  readonly generatedAt: Instant;
  readonly product: Product;
  readonly inspections: readonly Inspection[];
  /** Left out on purpose: hidden, excluded, a link to what is inspected under its own name. */
  readonly skipped: readonly Passed[];
  /** Files and places that should have been looked at and were not. */
  readonly unseen: readonly Passed[];
}

export interface Passed {
  readonly name: string;
  readonly why: string;
}

/** A way to write inspections down. */
export interface InspectionFormat {
  /** What stands after `--format`. */
  readonly id: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly fileExtension: string;
  readonly render: (report: InspectionReport) => Iterable<string>;
}

/** `weights.zip › data.pkl`: the members that lead to a place in a file. */
export const memberPath = (within: readonly string[]): string => within.join(' › ');
