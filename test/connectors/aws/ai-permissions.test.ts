import { expect, it } from 'vitest';
import { actsOnAi, aiNamespaces } from '#connectors/aws/iam/ai-permissions.ts';

const policy = (Action: string | string[], Effect = 'Allow') => [
  { PolicyName: 'p', PolicyDocument: { Statement: [{ Effect, Action, Resource: '*' }] } },
];

it.each([
  ['bedrock:InvokeModel'],
  ['bedrock:*'],
  ['SageMaker:Create*'],
  ['bedrock-agentcore:InvokeAgentRuntime'],
  ['aws-marketplace:Subscribe'],
])('calls %s acting on AI', (action) => expect(actsOnAi(policy(['s3:GetObject', action]))).toBe(true));

it.each([['*'], ['s3:*'], ['bedrock:Get*'], ['sagemaker:List*'], ['aws-marketplace:ViewSubscriptions']])(
  'does not call %s acting on AI',
  (action) => expect(actsOnAi(policy(action))).toBe(false),
);

it('takes a Deny, and a policy that could not be read, for no permission', () => {
  expect(actsOnAi(policy('bedrock:*', 'Deny'))).toBe(false);
  expect(actsOnAi([{ PolicyName: 'p', PolicyArn: 'arn:aws:iam::aws:policy/p', Document: undefined }])).toBe(
    false,
  );
});

it('asks of no other services than the policies name', () => {
  expect(aiNamespaces(policy(['Bedrock:InvokeModel', 'sagemaker-geospatial:*', 's3:*']))).toEqual(
    new Set(['bedrock']),
  );
});
