import { type Asset, isOfEstate } from './asset.ts';
import type { AssetType } from './asset-type.ts';
import { type Evaluation, evaluate, type Resolve } from './evaluate.ts';
import type { Verdict } from './evidence.ts';
import type { Governance } from './governance.ts';
import type { JsonObject } from './json.ts';
import { type Predicate, relatedReads } from './predicate.ts';
import type { Severity } from './severity.ts';

/** Framework → the ids of the requirements that the check is evidence for. */
export type Frameworks = Partial<
  Record<
    | 'aws-security-hub'
    | 'azure-policy'
    | 'eu-ai-act'
    | 'iso-42001'
    | 'mitre-atlas'
    | 'nist-ai-rmf'
    | 'owasp-agentic-2026'
    | 'owasp-llm-2026'
    | 'owasp-ml-2023',
    readonly string[]
  >
>;

/**
 * Tool → its native check ids. `union` holds the ids of the table that all of them were gathered in
 * (`docs/peers.md`).
 */
export type Peers = Partial<
  Record<
    | 'union'
    | 'prowler'
    | 'cloudsploit'
    | 'checkov'
    | 'steampipe'
    | 'kics'
    | 'aws-config'
    | 'aws-security-hub'
    | 'aws-samples'
    | 'cnspec'
    | 'cartography'
    /** A number in the research on Azure and Google Cloud, `gcp 14`. */
    | 'research',
    readonly string[]
  >
>;

export interface Fix {
  readonly console: string;
  readonly cli: string;
  /** Infrastructure as code: at least the one native to the cloud. */
  readonly cloudformation?: JsonObject;
  readonly bicep?: string;
  readonly terraform?: string;
}

/** An asset's config, and where it matters the configs of the assets that it is related to. */
export type Example = JsonObject | RelatedExample;

export interface RelatedExample {
  readonly $config: JsonObject;
  /** By relation kind; `'unseen'` stands for an asset that is not in the inventory. */
  readonly $related?: Readonly<Record<string, readonly (Example | 'unseen')[]>>;
  /** What the organisation has decided, where the check looks at that. */
  readonly $governance?: Partial<Governance> | undefined;
}

/** The time at which examples are judged. */
export const EXAMPLES_AT = new Date('2026-07-01T00:00:00.000Z');

export const isRelatedExample = (example: Example): example is RelatedExample => '$config' in example;

export interface CheckDeclaration {
  readonly title: string;
  readonly severity: Severity;
  /** True where the asset is as it should not be. */
  readonly fails: Predicate;
  /** False where the check has nothing to say of the asset. */
  readonly applies?: Predicate;
  readonly why: string;
  readonly fix: Fix;
  /** Where the deciding field is documented: the SDK's type, an official example, a recorded response. */
  readonly source: string;
  readonly frameworks: Frameworks;
  /** The ids under which other tools know what this check looks for. */
  readonly peers?: Peers;
  /** Off unless the config switches it on: what only says that something exists, is used or has a tag. */
  readonly byDefault?: 'off';
  readonly examples: {
    readonly pass: readonly [Example, ...Example[]];
    readonly fail: readonly [Example, ...Example[]];
    readonly unknown?: readonly Example[];
    readonly notApplicable?: readonly Example[];
  };
}

/** A declaration bound to its asset type; the registry adds the id, which is the file's path. */
export interface UnnamedCheck extends CheckDeclaration {
  readonly assetType: AssetType;
}

export interface Check extends UnnamedCheck {
  /** `aws.sagemaker.notebook-direct-internet` */
  readonly id: string;
}

/** What people are told of a finding, whatever it was that judged: a check, or what is judged over the graph. */
export type Rule = Omit<Check, 'examples' | 'peers' | 'byDefault'>;

export function check(assetType: AssetType, declaration: CheckDeclaration): UnnamedCheck {
  return Object.freeze({ assetType, ...declaration });
}

/** Whether the check needs assets of another placement, and so waits for the whole estate. */
export function needsEstate({ assetType, fails, applies }: UnnamedCheck): boolean {
  return [fails, ...(applies ? [applies] : [])]
    .flatMap(relatedReads)
    .some(({ type }) => type.placement !== assetType.placement);
}

/** Judges one asset. Pure: reads nothing but the asset, what `resolve` gives, and the time of the scan. */
export function judge(check: Check, asset: Asset, resolve: Resolve, at: Date): Verdict {
  const verdict = (judgement: Verdict['judgement'], { evidence }: Evaluation): Verdict => ({
    checkId: check.id,
    assetId: asset.id,
    judgement,
    evidence,
  });
  if (!isOfEstate(asset)) return verdict('not-applicable', { truth: false, evidence: [] });
  if (check.applies) {
    const applies = evaluate(check.applies, asset, resolve, at);
    if (applies.truth === undefined) return verdict('unknown', applies);
    if (!applies.truth) return verdict('not-applicable', applies);
  }
  const fails = evaluate(check.fails, asset, resolve, at);
  if (fails.truth === undefined) return verdict('unknown', fails);
  return verdict(fails.truth ? 'fail' : 'pass', fails);
}
