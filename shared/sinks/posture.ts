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
  /** The ways from outside to models; left out where nobody looked for them. */
  readonly paths?: {
    /** The fewest steps first. */
    readonly shortest: readonly AttackPath[];
    /** The changes that cut most of them, each counted with those before it. */
    readonly best: readonly Cut[];
    /** How many pairs of a source outside and a model are connected. */
    readonly pairs: number;
    /** What was not read and may change this. */
    readonly unread: readonly string[];
  };
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
