import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Handlers } from './handler.ts';

/** What was sent to the services that only receive. */
export interface Deliveries {
  readonly events: JsonObject[];
  readonly findings: JsonObject[];
  readonly messages: JsonObject[];
}

const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

export function receiving(deliveries: Deliveries): Readonly<Record<string, Handlers>> {
  return {
    events: {
      PutEvents: ({ input }) => {
        const entries = objects(input['Entries']);
        deliveries.events.push(...entries);
        return {
          FailedEntryCount: 0,
          Entries: entries.map((_entry, index) => ({ EventId: `event-${deliveries.events.length + index}` })),
        };
      },
    },
    securityhub: {
      BatchImportFindings: ({ input }) => {
        const findings = objects(input['Findings']);
        deliveries.findings.push(...findings);
        return { FailedCount: 0, SuccessCount: findings.length, FailedFindings: [] };
      },
    },
    ses: {
      SendEmail: ({ input }) => {
        deliveries.messages.push(input);
        return { MessageId: `message-${deliveries.messages.length}` };
      },
    },
  };
}
