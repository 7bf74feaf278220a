import { flow } from '#shared/assets/aws/bedrock-agent.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';

export default check(flow, {
  title: 'Bedrock flows are prepared and without validation errors',
  severity: 'low',
  fails: any(
    field('status').isOneOf('NotPrepared', 'Failed'),
    some('validations', field('severity').is('Error'), {
      absentIsEmpty: 'GetFlow: validations are left out where there are none',
    }),
  ),
  why: 'What runs is the last version that could be prepared, without whatever was changed since, guardrails included.',
  fix: {
    console: 'Open the flow builder, put right what it marks, save, and prepare the flow.',
    cli: 'aws bedrock-agent get-flow --flow-identifier …; aws bedrock-agent prepare-flow --flow-identifier …',
    cloudformation: { Definition: { Nodes: [], Connections: [] } },
  },
  source: 'GetFlow response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.3'] },
  peers: { union: ['aws.bedrock.flow-not-validated'], 'aws-samples': ['BR-19'] },
  examples: {
    pass: [
      { status: 'Prepared', validations: [] },
      { status: 'Prepared', validations: [{ severity: 'Warning' }] },
    ],
    fail: [{ status: 'Prepared', validations: [{ severity: 'Error' }] }, { status: 'NotPrepared' }],
    unknown: [{ validations: [] }],
  },
});
