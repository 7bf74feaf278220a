import { describe, expect, it } from 'vitest';
import { deliveriesOf } from '#connectors/aws/bedrock-agentcore/deliveries.ts';

const unread = {
  $unread: {
    operation: 'logs:DescribeDeliveries',
    outcome: 'denied',
    permission: 'logs:DescribeDeliveries',
  },
} as const;
const sources = [
  { name: 'a', resourceArns: ['arn:a'] },
  { name: 'b', resourceArns: ['arn:b'] },
];

describe('the log deliveries of one resource', () => {
  it('are those of its own sources', () => {
    const deliveries = [{ deliverySourceName: 'a' }, { deliverySourceName: 'b' }];
    expect(deliveriesOf('arn:b', { deliverySources: sources, deliveries })).toEqual({
      deliverySources: [sources[1]],
      deliveries: [deliveries[1]],
    });
    expect(deliveriesOf('arn:c', { deliverySources: sources, deliveries })).toEqual({
      deliverySources: [],
      deliveries: [],
    });
  });

  it('are unread where the sources or the deliveries are', () => {
    expect(deliveriesOf('arn:a', { deliverySources: sources, deliveries: unread })).toEqual({
      deliverySources: [sources[0]],
      deliveries: unread,
    });
    expect(deliveriesOf('arn:a', { deliverySources: unread, deliveries: [] })).toEqual({
      deliverySources: unread,
      deliveries: unread,
    });
  });
});
