import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { any, field, none } from '#shared/model/predicate.ts';

export default check(agentRuntime, {
  title: 'AgentCore runtimes deliver logs or traces',
  severity: 'medium',
  fails: any(
    none('deliverySources', field('logType').isOneOf('APPLICATION_LOGS', 'TRACES')),
    field('deliveries').isEmpty(),
  ),
  why: 'What the agent was asked, which tools it called and what it answered is written down nowhere that you look: an attack leaves no trace.',
  fix: {
    console:
      'Open the runtime: under “Log deliveries and tracing” add a delivery of application logs, and enable tracing.',
    cli: 'aws logs put-delivery-source --name … --resource-arn … --log-type APPLICATION_LOGS; aws logs create-delivery --delivery-source-name … --delivery-destination-arn …',
    cloudformation: {
      Name: '…',
      ResourceArn: 'arn:aws:bedrock-agentcore:…:runtime/…',
      LogType: 'APPLICATION_LOGS',
    },
  },
  source:
    'DescribeDeliverySources and DescribeDeliveries responses, @aws-sdk/client-cloudwatch-logs, of what is listed, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.4'] },
  peers: {
    union: ['aws.agentcore.runtime-no-observability'],
    prowler: ['bedrockagentcore_runtime_observability_enabled'],
    'aws-samples': ['AC-04'],
  },
  examples: {
    pass: [
      {
        deliverySources: [{ name: 'logs', logType: 'APPLICATION_LOGS' }],
        deliveries: [{ deliverySourceName: 'logs' }],
      },
      {
        deliverySources: [{ name: 'traces', logType: 'TRACES' }],
        deliveries: [{ deliverySourceName: 'traces' }],
      },
    ],
    fail: [
      { deliverySources: [], deliveries: [] },
      { deliverySources: [{ name: 'logs', logType: 'APPLICATION_LOGS' }], deliveries: [] },
      {
        deliverySources: [{ name: 'usage', logType: 'USAGE_LOGS' }],
        deliveries: [{ deliverySourceName: 'usage' }],
      },
    ],
    unknown: [{ deliverySources: 'some', deliveries: [{ deliverySourceName: 'logs' }] }],
  },
});
