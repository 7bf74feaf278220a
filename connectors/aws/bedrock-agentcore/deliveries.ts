import type { Delivery, DeliverySource } from '@aws-sdk/client-cloudwatch-logs';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import type { AwsServices } from '../services.ts';

/** What of an account’s resources CloudWatch Logs takes in, and what of that it passes on. */
export interface LogDeliveries {
  readonly deliverySources: readonly DeliverySource[] | Unread;
  readonly deliveries: readonly Delivery[] | Unread;
}

/** Asked once for all resources of the region: neither operation tells of one resource with fewer calls. */
export async function logDeliveries({ logs }: AwsServices): Promise<LogDeliveries> {
  const [deliverySources, deliveries] = await Promise.all([
    logs.partList('DescribeDeliverySources', { limit: 50 }, 'deliverySources'),
    logs.partList('DescribeDeliveries', { limit: 50 }, 'deliveries'),
  ]);
  return { deliverySources, deliveries };
}

/** Those of one resource. */
export function deliveriesOf(arn: string, { deliverySources, deliveries }: LogDeliveries): LogDeliveries {
  if (isUnread(deliverySources)) return { deliverySources, deliveries: deliverySources };
  const own = deliverySources.filter(({ resourceArns }) => resourceArns?.includes(arn));
  if (isUnread(deliveries)) return { deliverySources: own, deliveries };
  const names = new Set(own.map(({ name }) => name));
  return {
    deliverySources: own,
    deliveries: deliveries.filter(({ deliverySourceName }) => names.has(deliverySourceName)),
  };
}
