import * as z from 'zod';
import { Asset } from './asset.ts';
import { Coverage } from './coverage.ts';
import { Verdict } from './evidence.ts';
import { Instant } from './finding.ts';
import { Scope } from './scope.ts';

/**
 * What one reading of the clouds saw and what the checks said of it: the only thing that the ledger is told.
 *
 * `extent` says what absence means. After a reading of the whole scope, an asset that is not there is gone,
 * if every operation that lists its type was read. After a reading of one asset, only that asset is spoken
 * of: it is gone when `assets` is empty and the operations that read it were complete. A judgement over the
 * estate brings verdicts on assets that other readings have recorded.
 */
export const Observation = z.strictObject({
  scanId: z.string().min(1),
  scope: Scope,
  startedAt: Instant,
  extent: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('scope') }),
    z.strictObject({ kind: z.literal('asset'), assetId: z.string(), assetType: z.string() }),
    z.strictObject({ kind: z.literal('estate') }),
  ]),
  assets: z.array(Asset),
  coverage: z.array(Coverage),
  verdicts: z.array(Verdict),
});
export type Observation = z.infer<typeof Observation>;
