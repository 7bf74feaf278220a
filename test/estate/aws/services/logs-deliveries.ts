import * as client from '@aws-sdk/client-cloudwatch-logs';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:444455556666:${resource}`;
const NEXT = ['nextToken', 'nextToken'] as const;

const source = (name: string, runtime: string, logType: string) => ({
  name,
  arn: arn('logs', `delivery-source:${name}`),
  resourceArns: [arn('bedrock-agentcore', `runtime/${runtime}`)],
  service: 'bedrock-agentcore',
  logType,
  tags: { owner: 'ml' },
});

const delivery = (id: string, deliverySourceName: string) => ({
  id,
  arn: arn('logs', `delivery:${id}`),
  deliverySourceName,
  deliveryDestinationArn: arn('logs', 'delivery-destination:agents'),
  deliveryDestinationType: 'CWL',
});

/** What AgentCore hands to CloudWatch Logs. */
const service: EstateService = {
  prefix: 'logs',
  signingName: 'logs',
  protocol: 'json',
  client,
  handlers: {
    DescribeDeliverySources: lists('logs/delivery-sources', 'deliverySources', { token: NEXT }),
    DescribeDeliveries: lists('logs/deliveries', 'deliveries', { token: NEXT }),
  },
  sample: {
    'logs/delivery-sources': [
      source('support-logs', 'support-Ab12Cd34Ef', 'APPLICATION_LOGS'),
      source('support-traces', 'support-Ab12Cd34Ef', 'TRACES'),
      source('billing-logs', 'billing-Gh56Ij78Kl', 'APPLICATION_LOGS'),
    ],
    'logs/deliveries': [
      delivery('d1', 'support-logs'),
      delivery('d2', 'support-traces'),
      delivery('d3', 'other-service'),
    ],
  },
};

export default service;
