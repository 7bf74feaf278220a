import type { AssetType } from '#shared/model/asset-type.ts';
import type { Rule } from '#shared/model/check.ts';
import type { Coverage } from '#shared/model/coverage.ts';
import type { Finding, Instant } from '#shared/model/finding.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { AttackPath, Cut } from '#shared/paths/attack-path.ts';

export interface Product {
  readonly name: 'aispm';
  readonly version: string;
}

/** How outsiders get to the models, and which changes keep them from it. */
export interface PathsFound {
  readonly shortest: readonly AttackPath[];
  /** The change that is worth most first; each counts those before it as well. */
  readonly best: readonly Cut[];
  /** How many pairs of a source and a target are connected. */
  readonly pairs: number;
  /** What of the policies was not read and may change this, for people. */
  readonly unread?: readonly string[];
}

/** Everything that a report is made from, as it stood at one moment. */
export interface Posture {
  readonly generatedAt: Instant;
  readonly product: Product;
  readonly findings: readonly Finding[];
  /** What was read, and what was not. */
  readonly coverage: readonly Coverage[];
  readonly assets: readonly {
    readonly id: string;
    readonly type: string;
    readonly name: string;
    readonly scope: Scope;
  }[];
  /** By id. */
  readonly assetTypes: ReadonlyMap<string, AssetType>;
  /** By id. A finding's check may be missing: retired since, or the coverage finding's, which is no file. */
  readonly checks: ReadonlyMap<string, Rule>;
  /** Absent where paths were not looked for. */
  readonly paths?: PathsFound;
}

/** A way to write a posture down. */
export interface Format {
  /** What stands after `--format`. */
  readonly id: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly fileExtension: string;
  /** Gives the text in pieces, so that ten thousand findings need not stand in memory at once. */
  readonly render: (posture: Posture) => Iterable<string>;
}
