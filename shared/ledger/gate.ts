import type { Asset } from '#shared/model/asset.ts';
import { type Coverage, isGap, wasRead } from '#shared/model/coverage.ts';
import type { Verdict } from '#shared/model/evidence.ts';
import { type Finding, findingId, type Resolution } from '#shared/model/finding.ts';
import type { Observation } from '#shared/model/observation.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { COVERAGE_CHECK, coverageFailure, SCOPE_SCAN } from './coverage-finding.ts';
import type { Failure, Sighting } from './lifecycle.ts';
import type { CheckRule, ReconcileRules } from './rules.ts';

/** What the ledger remembers of an asset that the observation itself does not hold. */
export type Recall = (
  assetId: string,
) => { readonly type: string; readonly name: string; readonly owner?: string | undefined } | undefined;

/**
 * What one observation may be believed to say: the rule that a finding is resolved only by what was read.
 * Pure; everything that decides between “gone”, “fixed” and “not seen” is here.
 */
export interface Gate {
  /** What fails, by finding id: failing verdicts, and operations that were not read. */
  readonly failures: (recall: Recall) => Map<string, Failure>;
  /** What there is to say of a finding that does not fail in this observation. */
  readonly sighting: (finding: Finding) => Sighting;
  /** Whether an asset of the inventory is known to exist no more. */
  readonly isGone: (asset: { readonly id: string; readonly type: string }) => boolean;
  /** Whether everything was read in this scope that a check's findings depend on. */
  readonly wasReadFor: (checkId: string) => boolean;
}

const UNSEEN: Sighting = { kind: 'unseen' };

const over = (resolution: Resolution): Sighting => ({ kind: 'over', resolution });

export function gateOf(observation: Observation, rules: ReconcileRules): Gate {
  const { extent, scope } = observation;
  refuseForeign(observation);
  const coverage = new Map(observation.coverage.map((record) => [record.operation, record]));
  const verdicts = gravestVerdicts(observation.verdicts);
  const present = new Map(observation.assets.map((asset) => [asset.id, asset]));

  const wasComplete = (operation: string): boolean => {
    const record = coverage.get(operation);
    return record !== undefined && wasRead(record.outcome);
  };

  /** Read, or made up for by the operations that stand in for it. */
  const isReadFor =
    (assetType: string) =>
    (operation: string): boolean => {
      if (wasComplete(operation)) return true;
      const instead = rules.instead?.(assetType, operation) ?? [];
      return instead.length > 0 && instead.every(wasComplete);
    };

  const listsWereRead = (assetType: string): boolean => {
    const lists = rules.lists(assetType);
    return lists.length > 0 && lists.every(isReadFor(assetType));
  };

  /** A reading of one asset calls only what that asset needs: what it did not call says nothing. */
  const calledWasRead = (operations: readonly string[]): boolean =>
    coverage.size > 0 && operations.every((operation) => !coverage.has(operation) || wasComplete(operation));

  const isGone: Gate['isGone'] = ({ id, type }) => {
    if (present.has(id)) return false;
    if (extent.kind === 'scope') return listsWereRead(type);
    if (extent.kind === 'asset') return id === extent.assetId && calledWasRead([...coverage.keys()]);
    return false;
  };

  const checkWasRead = ({ assetType, operations }: CheckRule): boolean =>
    !coverage.has(SCOPE_SCAN) && operations.every(isReadFor(assetType));

  const sighting: Gate['sighting'] = (finding) => {
    if (finding.checkId === COVERAGE_CHECK) return coverageSighting(finding);
    if (extent.kind === 'asset' && finding.asset.id !== extent.assetId) return UNSEEN;
    const verdict = verdicts.get(finding.id);
    const settled = verdict && settles(verdict);
    if (extent.kind === 'estate') return settled ?? UNSEEN;
    const rule = rules.checks(finding.checkId);
    if (!rule) return over('check-retired');
    if (extent.kind === 'scope' && !checkWasRead(rule)) return UNSEEN;
    if (extent.kind === 'asset' && !calledWasRead(rule.operations)) return UNSEEN;
    // Where assets recur, one that is gone says nothing while the cause makes others.
    if (!verdict && isGone(finding.asset)) return over('asset-gone');
    return rule.estate ? UNSEEN : (settled ?? UNSEEN);
  };

  /** One asset read without fault does not show that the operation works for the rest of the scope. */
  const coverageSighting = ({ discriminator = '' }: Finding): Sighting => {
    if (extent.kind !== 'scope') return UNSEEN;
    const whole = coverage.get(SCOPE_SCAN);
    // It is spoken of only where there was no scan.
    if (discriminator === SCOPE_SCAN) return whole ? UNSEEN : over('passed');
    // Nothing is to be granted where nobody looks any more.
    if (whole && !isGap(whole.outcome)) return over('not-applicable');
    const record = coverage.get(discriminator);
    return record && !isGap(record.outcome) && record.outcome !== 'not-asked' ? over('passed') : UNSEEN;
  };

  const failures: Gate['failures'] = (recall) => {
    const failing = new Map<string, Failure>();
    for (const [id, verdict] of verdicts) {
      if (verdict.judgement !== 'fail') continue;
      if (extent.kind === 'asset' && verdict.assetId !== extent.assetId) continue;
      const rule = rules.checks(verdict.checkId);
      if (!rule) throw new Error(`A verdict of ${verdict.checkId}, which is not among the checks`);
      const asset = present.get(verdict.assetId);
      const known = asset ? { ...asset, owner: rules.owner(asset) } : recall(verdict.assetId);
      failing.set(id, {
        checkId: verdict.checkId,
        title: rule.title,
        severity: rule.severity,
        scope,
        asset: {
          id: verdict.assetId,
          type: known?.type ?? rule.assetType,
          name: known?.name ?? verdict.assetId,
        },
        ...(known?.owner === undefined ? {} : { owner: known.owner }),
        evidence: verdict.evidence,
        ...(verdict.cause === undefined ? {} : { cause: verdict.cause }),
      });
    }
    for (const record of extent.kind === 'estate' ? [] : coverage.values()) {
      const failure = coverageFailure(record);
      if (failure) failing.set(findingId(COVERAGE_CHECK, failure.asset.id, failure.discriminator), failure);
    }
    return failing;
  };

  const wasReadFor: Gate['wasReadFor'] = (checkId) => {
    const rule = rules.checks(checkId);
    return rule === undefined || checkWasRead(rule);
  };

  return { failures, sighting, isGone, wasReadFor };
}

function settles({ judgement }: Verdict): Sighting | undefined {
  if (judgement === 'pass') return over('passed');
  if (judgement === 'not-applicable') return over('not-applicable');
  return undefined;
}

const GRAVITY = { fail: 3, unknown: 2, pass: 1, 'not-applicable': 0 } as const;

/** One verdict per check and asset: where a check spoke twice, what is worse counts. */
function gravestVerdicts(verdicts: readonly Verdict[]): Map<string, Verdict> {
  const gravest = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const id = findingId(verdict.checkId, verdict.cause ?? verdict.assetId);
    const other = gravest.get(id);
    if (!other || GRAVITY[verdict.judgement] > GRAVITY[other.judgement]) gravest.set(id, verdict);
  }
  return gravest;
}

/** What belongs to another scope would be kept, and resolved, in the wrong partition. */
function refuseForeign({ scope, assets, coverage }: Observation): void {
  const here = scopeKey(scope);
  const foreign = (thing: Asset | Coverage): boolean => scopeKey(thing.scope) !== here;
  const stray = assets.find(foreign)?.id ?? coverage.find(foreign)?.operation;
  if (stray !== undefined)
    throw new Error(`${stray} belongs to another scope than the observation of ${here}`);
}
