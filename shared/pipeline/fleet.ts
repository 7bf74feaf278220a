import type { Cloud } from '#connectors/cloud.ts';
import type { Ledger } from '#shared/ledger/ledger.ts';
import type { Check } from '#shared/model/check.ts';
import type { Provider } from '#shared/model/scope.ts';
import type { Combination } from '#shared/paths/combination.ts';
import type { Technique } from '#shared/paths/technique.ts';
import type { ModelFiles } from './model-files/files.ts';

/** Everything that a scan stands on: what a Lambda's environment, a terminal or a test provides. */
export interface Fleet {
  readonly clouds: readonly Cloud[];
  readonly ledger: Ledger;
  /** The checks that are switched on. */
  readonly checks: readonly Check[];
  /** The techniques that are looked for over the whole estate; none where it is left out. */
  readonly techniques?: readonly Technique[];
  /** Combinations of facts that are looked for over the whole estate; none where it is left out. */
  readonly combinations?: readonly Combination[];
  /** How a scan of the whole estate reads model files; where it is left out, it reads none. */
  readonly modelFiles?: ModelFiles;
  /** How many days of finished, immutable jobs are looked at. */
  readonly jobHistoryDays: number;
  /** Tag keys that name an owner, in order of preference. */
  readonly ownerTags: readonly string[];
  readonly clock: () => Date;
  /** Told of a defect of ours that a scan survived. */
  readonly onDefect?: (where: string, error: unknown) => void;
}

export function cloudOf({ clouds }: Pick<Fleet, 'clouds'>, provider: Provider): Cloud {
  const cloud = clouds.find((candidate) => candidate.provider === provider);
  if (!cloud) throw new Error(`no access to ${provider} is configured`);
  return cloud;
}
