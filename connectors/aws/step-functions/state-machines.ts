import type { DescribeStateMachineOutput } from '@aws-sdk/client-sfn';
import { stateMachine } from '#shared/assets/aws/step-functions.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { relation } from '../../connector.ts';
import { asValue } from '../../parts.ts';
import { kmsKeyArn } from '../arn.ts';
import { at, distinct } from '../bedrock/arns.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { functionArn } from '../lambda/arns.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** The services of AI, as the resources of states name them: `arn:aws:states:::bedrock:invokeModel`. */
const OF_AI =
  /:(?:aws-sdk:)?(?:bedrock|sagemaker|comprehend|rekognition|textract|transcribe|translate|polly|lex|kendra|qbusiness|qconnect|personalize|forecast)[a-z0-9]*:/i;

type Described = Partial<DescribeStateMachineOutput>;

/** The workflows that call services of AI: of others nothing here is judged. */
export default awsConnector<Described>(stateMachine, {
  rare: true,
  operations: {
    list: awsOperations('stepfunctions:ListStateMachines', 'stepfunctions:DescribeStateMachine'),
  },
  events: ['CreateStateMachine', 'UpdateStateMachine', 'DeleteStateMachine'],
  async *list(services) {
    const machines = services.stepFunctions.list('ListStateMachines', { maxResults: 1000 }, 'stateMachines');
    for await (const { stateMachineArn } of machines) {
      const described = await asValue(describe(services, stateMachineArn ?? ''));
      if (described && !isUnread(described)) yield described;
    }
  },
  identify: ({ stateMachineArn = '', name = '' }) => ({ id: stateMachineArn, name }),
  find: describe,
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

/** The workflow without what its states are given, if it is one of AI. */
async function describe(
  { stepFunctions }: AwsServices,
  stateMachineArn: string,
): Promise<Described | undefined> {
  const { $metadata, definition, description, variableReferences, ...described } = await stepFunctions(
    'DescribeStateMachine',
    { stateMachineArn },
  );
  const resources = resourcesIn(definition);
  return resources.some((resource) => OF_AI.test(resource))
    ? { ...described, definition: resources.join('\n') }
    : undefined;
}
