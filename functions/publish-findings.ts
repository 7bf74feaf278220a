import { changeIdOf } from '#shared/sinks/delivery.ts';
import { putEvents } from '#shared/sinks/event-bridge.ts';
import { publish, undelivered } from '#shared/sinks/publish.ts';
import { streamRecords } from './middleware/batch.ts';
import { publishing } from './publishing.ts';
import { newsIn } from './stream.ts';

export const handler = streamRecords(publishing, async (records, { sinks, bus }, { log, metrics }) => {
  const { changes, events, unreadable } = newsIn(records);
  for (const { sequence, error } of unreadable) log.error('unreadable record', { sequence, error });

  const publications = await publish(
    changes.map(({ change }) => change),
    sinks,
  );
  for (const { sinkId, deliveries } of publications)
    for (const { outcome, findingId, code, detail } of deliveries)
      if (outcome === 'failed' || outcome === 'unavailable')
        log[outcome === 'failed' ? 'error' : 'warn']('not delivered', {
          sinkId,
          findingId,
          outcome,
          code,
          detail,
        });

  const refusals = await putEvents(
    events.map(({ event }) => event),
    bus,
  );
  refusals.forEach((refusal, index) => {
    if (refusal) log.error('not announced', { sequence: events[index]?.sequence, ...refusal });
  });

  const late = undelivered(publications);
  metrics.add('Changes', changes.length);
  metrics.add('Announcements', events.length);
  return new Set([
    ...unreadable.map(({ sequence }) => sequence),
    ...changes.filter(({ change }) => late.has(changeIdOf(change.finding))).map(({ sequence }) => sequence),
    ...events.filter((_, index) => refusals[index]).map(({ sequence }) => sequence),
  ]);
});
