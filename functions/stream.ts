import { unmarshall } from '@aws-sdk/util-dynamodb';
import { changeOf, type StreamImages } from '#shared/ledger/stream.ts';
import type { Change } from '#shared/model/finding.ts';
import { remediationNews } from '#shared/remediation/stream.ts';
import type { AispmEvent } from '#shared/sinks/events.ts';
import type { StreamRecord } from './middleware/batch.ts';

/** What the table's stream says happened, each with the record that said so. */
export interface StreamNews {
  readonly changes: { readonly sequence: string; readonly change: Change }[];
  readonly events: { readonly sequence: string; readonly event: AispmEvent }[];
  readonly unreadable: { readonly sequence: string; readonly error: unknown }[];
}

/** Reads a batch of the stream. A record that cannot be read does not hide the others. */
export function newsIn(records: readonly StreamRecord[]): StreamNews {
  const news: StreamNews = { changes: [], events: [], unreadable: [] };
  for (const { dynamodb } of records) {
    const sequence = dynamodb.SequenceNumber;
    try {
      const images: StreamImages = { before: plain(dynamodb.OldImage), after: plain(dynamodb.NewImage) };
      const change = changeOf(images);
      if (change) news.changes.push({ sequence, change });
      for (const event of remediationNews(images)) news.events.push({ sequence, event });
    } catch (error) {
      news.unreadable.push({ sequence, error });
    }
  }
  return news;
}

/** Lambda hands binary attributes over as base64 text. */
function plain(image: StreamRecord['dynamodb']['NewImage']): Record<string, unknown> | undefined {
  if (!image) return undefined;
  const attributes = Object.entries(image).map(([name, value]) => [
    name,
    typeof value['B'] === 'string' ? { B: Buffer.from(value['B'], 'base64') } : value,
  ]);
  return unmarshall(Object.fromEntries(attributes));
}
