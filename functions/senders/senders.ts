import type { FleetConfig } from '#shared/config/schema.ts';
import { eventGrid } from './event-grid.ts';
import { pubSub } from './pub-sub.ts';
import type { Sender } from './sender.ts';

/** Those that the config names; who is not named is nobody. */
export function sendersOf({ azure, gcp }: Pick<FleetConfig, 'azure' | 'gcp'>): Sender[] {
  const fromAzure = azure?.changes && eventGrid({ ...azure, changes: azure.changes });
  const fromGoogle = gcp?.changes && pubSub(gcp.changes);
  return [fromAzure, fromGoogle].filter((sender) => sender !== undefined);
}
