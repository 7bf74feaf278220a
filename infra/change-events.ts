import { awsConnectors } from '#connectors/aws/index.ts';
import { operationsOf } from '#connectors/connector.ts';

/**
 * CloudTrail's `eventSource` → the event names after which a connector reads its asset again, as the
 * connectors declare them. The service is that of their operations.
 */
export function changeEvents(): Record<string, string[]> {
  const bySource: Record<string, Set<string>> = {};
  for (const connector of awsConnectors) {
    const service = operationsOf(connector)[0]?.permission.split(':')[0];
    if (!service || !connector.events) continue;
    bySource[`${service}.amazonaws.com`] ??= new Set();
    for (const event of connector.events) bySource[`${service}.amazonaws.com`]?.add(event);
  }
  return Object.fromEntries(Object.entries(bySource).map(([source, names]) => [source, [...names].sort()]));
}
