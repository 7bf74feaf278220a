import { stateMachine } from '#shared/assets/aws/step-functions.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(stateMachine, {
  title: 'Workflows that act on what models say wait for a person’s approval',
  severity: 'medium',
  applies: field('definition').matches(/:(?:aws-sdk:)?bedrock[a-z]*:/i),
  fails: field('definition').matches(/^(?![\s\S]*\.waitForTaskToken)/),
  why: 'From the answer of a model to what is done with it nobody looks: one injected sentence runs through to the end.',
  fix: {
    console:
      'In Workflow Studio, add a state that waits for a callback with the task token before the states that change something.',
    cli: 'aws stepfunctions update-state-machine --state-machine-arn … --definition file://definition.json',
    cloudformation: {
      Definition: {
        States: { Approve: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken' } },
      },
    },
  },
  source: 'DescribeStateMachine response, @aws-sdk/client-sfn; the resources of its definition',
  frameworks: { 'owasp-agentic-2026': ['ASI09'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.agent-no-human-approval'], 'aws-samples': ['FS-10'] },
  examples: {
    pass: [
      {
        definition: 'arn:aws:states:::bedrock:invokeModel\narn:aws:states:::sqs:sendMessage.waitForTaskToken',
      },
    ],
    fail: [{ definition: 'arn:aws:states:::aws-sdk:bedrockagentruntime:invokeAgent' }],
    unknown: [{}],
    notApplicable: [{ definition: 'arn:aws:states:::glue:startJobRun.sync' }],
  },
});
