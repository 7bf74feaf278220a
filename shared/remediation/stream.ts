import { unpack } from '#shared/ledger/packed.ts';
import { Bytes, type Row } from '#shared/ledger/rows.ts';
import type { StreamImages } from '#shared/ledger/stream.ts';
import { Remediation } from '#shared/model/remediation.ts';
import type { AispmEvent } from '#shared/sinks/events.ts';
import { remediationEvents } from './events.ts';

/**
 * What a record of the table's stream means to the bus; nothing for rows that are no remediations. Announced
 * from the stream, no step is lost when a function ends between writing it down and telling of it. Throws a
 * ZodError for a record that this version of aispm cannot read.
 */
export function remediationNews({ before, after }: StreamImages): AispmEvent[] {
  const written = remediationIn(after);
  return written ? remediationEvents(remediationIn(before), written) : [];
}

const remediationIn = (row: Row | undefined): Remediation | undefined =>
  row?.['kind'] === 'remediation' ? Remediation.parse(unpack(Bytes.parse(row['body']))) : undefined;
