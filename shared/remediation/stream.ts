import type { StreamImages } from '#shared/ledger/stream.ts';
import { recordIn } from '#shared/ledger/records.ts';
import { Remediation } from '#shared/model/remediation.ts';
import type { AispmEvent } from '#shared/sinks/events.ts';
import { remediationEvents } from './events.ts';

/**
 * What a record of the table's stream means to the bus; nothing for rows that are no remediations. Announced
 * from the stream, no step is lost when a function ends between writing it down and telling of it.
 */
export function remediationNews({ before, after }: StreamImages): AispmEvent[] {
  const written = recordIn(after, 'remediation', Remediation);
  return written ? remediationEvents(recordIn(before, 'remediation', Remediation), written) : [];
}
