import type { Asset } from '#shared/model/asset.ts';
import { PROVIDERS, type Provider } from '#shared/model/scope.ts';
import { type Calls, REASONS, total } from './least-calls.ts';

export interface Excess {
  readonly operation: string;
  readonly made: number;
  readonly least: number;
  /** Why they differ; `undefined` is a defect, of the scanner or of the calculation. */
  readonly reason: string | undefined;
}

export interface CallFigures {
  readonly assets: number;
  readonly made: number;
  readonly least: number;
  /** Of the calls made: those of operations of which nobody has reckoned how many would be enough. */
  readonly unreckoned: { readonly calls: number; readonly operations: number };
  readonly perAsset: number;
  readonly leastPerAsset: number;
  /** Operations that were called more often than would be enough. */
  readonly above: readonly Excess[];
  /** Operations that were called less often: the calculation is wrong, or something was not read. */
  readonly below: readonly Excess[];
}

/** What was really called, against the least possible, by cloud. */
export function callFigures(
  made: Readonly<Record<Provider, Calls>>,
  least: Readonly<Record<Provider, Calls>>,
  assets: readonly Asset[],
): Record<Provider, CallFigures> {
  const figuresOf = (cloud: Provider): CallFigures => {
    const count = assets.filter(({ scope }) => scope.provider === cloud).length;
    const [calls, enough] = [made[cloud], least[cloud]];
    const unreckoned = Object.entries(calls).filter(
      ([operation]) => enough[operation] === undefined && REASONS[operation] === undefined,
    );
    const unknown = new Set(unreckoned.map(([operation]) => operation));
    const compared = [...new Set([...Object.keys(calls), ...Object.keys(enough)])]
      .filter((operation) => !unknown.has(operation))
      .map(
        (operation): Excess => ({
          operation,
          made: calls[operation] ?? 0,
          least: enough[operation] ?? 0,
          reason: REASONS[operation],
        }),
      );
    return {
      assets: count,
      made: total(calls),
      least: total(enough),
      unreckoned: { calls: total(Object.fromEntries(unreckoned)), operations: unreckoned.length },
      perAsset: total(calls) / count,
      leastPerAsset: total(enough) / count,
      above: compared.filter((each) => each.made > each.least),
      below: compared.filter((each) => each.made < each.least),
    };
  };
  return Object.fromEntries(PROVIDERS.map((cloud) => [cloud, figuresOf(cloud)])) as Record<
    Provider,
    CallFigures
  >;
}
