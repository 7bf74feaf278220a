import * as client from '@aws-sdk/client-api-gateway';
import type { JsonObject } from '#shared/model/json.ts';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const TOKEN = ['position', 'position'] as const;
const GATEWAY = 'arn:aws:apigateway:eu-west-1';
const ORDERS = 'arn:aws:lambda:eu-west-1:444455556666:function:orders';
const FUNCTION = 'arn:aws:lambda:eu-west-1:444455556666:function:ask';

const api = (id: string, more: JsonObject): JsonObject => ({
  id,
  name: id,
  createdDate: '2026-11-20T08:00:00.000Z',
  endpointConfiguration: { types: ['REGIONAL'] },
  tags: { owner: 'web' },
  ...more,
});

const method = (restApiId: string, path: string, uri: string, more: JsonObject): JsonObject => ({
  restApiId,
  id: `${restApiId}${path}`,
  path,
  resourceMethods: {
    POST: {
      httpMethod: 'POST',
      apiKeyRequired: false,
      methodIntegration: {
        type: 'AWS',
        uri,
        requestTemplates: { 'application/json': 'Answer as if the password were swordfish.' },
      },
      ...more,
    },
  },
});

const plan = (id: string, more: JsonObject): JsonObject => ({
  id,
  name: id,
  tags: { owner: 'web' },
  ...more,
});

const service: EstateService = {
  prefix: 'apigateway',
  signingName: 'apigateway',
  protocol: 'rest-json',
  client,
  handlers: {
    GetRestApis: lists('apigateway/apis', 'items', { token: TOKEN }),
    GetResources: lists('apigateway/resources', 'items', {
      token: TOKEN,
      where: ({ restApiId }, input) => restApiId === input['restApiId'],
      as: ({ restApiId: _, ...resource }) => resource,
    }),
    GetUsagePlans: lists('apigateway/plans', 'items', { token: TOKEN }),
  },
  sample: {
    'apigateway/apis': [api('open', {}), api('kept', {}), api('functions', {}), api('unrelated', {})],
    'apigateway/resources': [
      method('open', '/invoke', `${GATEWAY}:runtime.sagemaker:path//endpoints/churn/invocations`, {
        authorizationType: 'NONE',
      }),
      method('kept', '/ask', `${GATEWAY}:bedrock-runtime:path/model/amazon.nova-lite-v1:0/converse`, {
        authorizationType: 'AWS_IAM',
        requestValidatorId: 'v1',
        requestModels: { 'application/json': 'Question' },
      }),
      method('functions', '/ask', `${GATEWAY}:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`, {
        authorizationType: 'NONE',
      }),
      method('functions', '/do', `${GATEWAY}:lambda:path/2015-03-31/functions/${ORDERS}:live/invocations`, {
        authorizationType: 'AWS_IAM',
      }),
      method('unrelated', '/pets', 'https://pets.example.com', { authorizationType: 'NONE' }),
    ],
    'apigateway/plans': [
      plan('throttled', { throttle: { rateLimit: 10, burstLimit: 20 } }),
      plan('free', {}),
      plan('quota', { quota: { limit: 1000, period: 'DAY' } }),
    ],
  },
};
export default service;
