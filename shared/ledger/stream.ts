import { type Change, changeBetween } from '#shared/model/finding.ts';
import { isFindingRow, parseFinding, type Row } from './rows.ts';

/** One record of the table's stream (`NEW_AND_OLD_IMAGES`), both images unmarshalled to plain values. */
export interface StreamImages {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/**
 * What a record of the stream means to sinks; `undefined` for rows that are no findings and for rewritings
 * that are no news. The same record gives the same change: a replayed batch can be told by the finding's id
 * and version. Throws a ZodError for a finding that this version of aispm cannot read.
 */
export function changeOf({ before, after }: StreamImages): Change | undefined {
  if (!after || !isFindingRow(after)) return undefined;
  return changeBetween(before && parseFinding(before).finding, parseFinding(after).finding);
}
