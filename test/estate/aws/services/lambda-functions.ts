import * as client from '@aws-sdk/client-lambda';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const AT = 'arn:aws:lambda:eu-west-1:444455556666:function';

const lambdaFunction = (name: string, more: JsonObject): JsonObject => ({
  FunctionName: name,
  FunctionArn: `${AT}:${name}`,
  Runtime: 'python3.13',
  Role: 'arn:aws:iam::444455556666:role/agent',
  Handler: 'index.handler',
  PackageType: 'Zip',
  Version: '$LATEST',
  tags: { owner: 'assistants' },
  ...more,
});

const of = { FunctionName: ['FunctionName', 'FunctionArn'] };

const service: EstateService = {
  prefix: 'lambda',
  signingName: 'lambda',
  protocol: 'rest-json',
  client,
  handlers: {
    ListFunctions: lists('lambda/functions', 'Functions', { token: ['Marker', 'NextMarker'] }),
    GetFunctionConfiguration: gets('lambda/functions', of),
    GetPolicy: gets('lambda/policies', of),
    GetFunctionUrlConfig: gets('lambda/urls', of),
    GetFunctionConcurrency: ({ region, input }) => {
      const found = region
        .resources('lambda/concurrency')
        .find(({ FunctionName }) => FunctionName === input['FunctionName']);
      return found ?? {};
    },
  },
  sample: {
    'lambda/functions': [
      lambdaFunction('orders', {
        Runtime: 'python3.9',
        Environment: { Variables: { ORDER_LIMIT: '10', DB_PASSWORD: 'swordfish' } },
      }),
      lambdaFunction('summarise', {
        Environment: { Variables: { OPENAI_API_KEY: 'sk-abcdefghijklmnopqrstuvwx' } },
      }),
      lambdaFunction('classify', {
        Environment: { Variables: { BEDROCK_MODEL_ID: 'amazon.nova-lite-v1:0' } },
      }),
      lambdaFunction('ask', { Role: 'arn:aws:iam::444455556666:role/caller' }),
      lambdaFunction('thumbnails', {}),
    ],
    'lambda/policies': [
      {
        FunctionName: 'orders',
        Policy: JSON.stringify({
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'bedrock.amazonaws.com' },
              Action: 'lambda:InvokeFunction',
              Resource: `${AT}:orders`,
            },
          ],
        }),
      },
      {
        FunctionName: 'summarise',
        Policy: JSON.stringify({
          Statement: [
            {
              Sid: 'FunctionURLAllowPublicAccess',
              Effect: 'Allow',
              Principal: '*',
              Action: 'lambda:InvokeFunctionUrl',
              Resource: `${AT}:summarise`,
              Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
            },
          ],
        }),
      },
    ],
    'lambda/urls': [
      {
        FunctionName: 'summarise',
        FunctionUrl: 'https://abc.lambda-url.eu-west-1.on.aws/',
        AuthType: 'NONE',
        CreationTime: '2026-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-11-20T08:00:00.000Z',
      },
    ],
    'lambda/concurrency': [{ FunctionName: 'classify', ReservedConcurrentExecutions: 5 }],
  },
};

export default service;
