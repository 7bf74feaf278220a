import { changeEvents } from '#connectors/index.ts';

/** CloudTrail’s `eventSource` → the event names after which a connector reads its asset again. */
export function eventNamesBySource(): Record<string, string[]> {
  const bySource = Map.groupBy(changeEvents, ({ eventSource }) => eventSource);
  return Object.fromEntries(
    [...bySource].map(([source, events]) => [source, events.map(({ eventName }) => eventName)]),
  );
}
