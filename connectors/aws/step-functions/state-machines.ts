import type { StateMachineListItem } from '@aws-sdk/client-sfn';
import { stateMachine } from '#shared/assets/aws/step-functions.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn } from '../arn.ts';
import { at, distinct } from '../bedrock/arns.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { functionArn } from '../lambda/arns.ts';
import { awsOperations } from '../operation.ts';

export default awsConnector<Pick<StateMachineListItem, 'stateMachineArn' | 'name'>>(stateMachine, {
  rare: true,
  operations: {
    list: awsOperations('stepfunctions:ListStateMachines'),
    read: awsOperations('stepfunctions:DescribeStateMachine'),
  },
  events: ['CreateStateMachine', 'UpdateStateMachine', 'DeleteStateMachine'],
  list: ({ stepFunctions }) => stepFunctions.list('ListStateMachines', { maxResults: 1000 }, 'stateMachines'),
  identify: ({ stateMachineArn = '', name = '' }) => ({ id: stateMachineArn, name }),
  async read({ stepFunctions }, { stateMachineArn }) {
    const { $metadata, definition, description, variableReferences, ...described } = await stepFunctions(
      'DescribeStateMachine',
      { stateMachineArn },
    );
    return { ...described, definition: resourcesIn(definition).join('\n') };
  },
  async find({ stepFunctions }, stateMachineArn) {
    const { name } = await stepFunctions('DescribeStateMachine', { stateMachineArn });
    return { stateMachineArn, name };
  },
  affected: (event) => asked(event, 'stateMachineArn') ?? answered(event, 'stateMachineArn'),
  relations: ({ roleArn, definition, encryptionConfiguration }, { scope }) => [
    relation('assumes', roleArn),
    relation('encrypted-by', kmsKeyArn(scope, at(encryptionConfiguration, 'kmsKeyId'))),
    ...distinct(
      String(definition ?? '')
        .split('\n')
        .map(functionArn),
    ).map((target) => relation('calls', target)),
  ],
});

/** What the states call, by the Amazon States Language; their inputs and prompts are the owner’s text. */
const resourcesIn = (definition: string | undefined): string[] =>
  distinct([...(definition ?? '').matchAll(/"Resource"\s*:\s*"([^"]+)"/g)].map(([, resource]) => resource));
