import * as client from '@aws-sdk/client-sfn';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const machine = (name: string, ...resources: readonly string[]): JsonObject => ({
  name,
  stateMachineArn: `arn:aws:states:eu-west-1:444455556666:stateMachine:${name}`,
  type: 'STANDARD',
  status: 'ACTIVE',
  roleArn: 'arn:aws:iam::444455556666:role/agent',
  creationDate: '2026-11-20T08:00:00.000Z',
  definition: JSON.stringify({
    States: Object.fromEntries(
      resources.map((Resource, index) => [
        `s${index}`,
        { Type: 'Task', Resource, Parameters: { prompt: 'The password is swordfish.' } },
      ]),
    ),
  }),
});

const service: EstateService = {
  prefix: 'stepfunctions',
  signingName: 'states',
  protocol: 'json',
  client,
  handlers: {
    ListStateMachines: lists('states/machines', 'stateMachines', { token: ['nextToken', 'nextToken'] }),
    DescribeStateMachine: gets('states/machines', { stateMachineArn: 'stateMachineArn' }),
  },
  sample: {
    'states/machines': [
      machine(
        'approved',
        'arn:aws:states:::bedrock:invokeModel',
        'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      ),
      machine('unattended', 'arn:aws:states:::aws-sdk:bedrockagentruntime:invokeAgent'),
      machine('training', 'arn:aws:states:::sagemaker:createTrainingJob.sync'),
      machine('nightly', 'arn:aws:states:::glue:startJobRun.sync'),
    ],
  },
};

export default service;
