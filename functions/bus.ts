import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { EventBusOptions } from '#shared/sinks/event-bridge.ts';
import type { Environment } from './environment.ts';

/** The fleet’s own event bus. */
export const busOf = ({ bus, region }: Environment): EventBusOptions => ({
  client: new EventBridgeClient({ region }),
  busName: bus,
});
