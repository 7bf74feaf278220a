import * as client from '@aws-sdk/client-opensearchserverless';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const collection = (id: string, name: string, more: JsonObject): JsonObject => ({
  id,
  name,
  arn: `arn:aws:aoss:eu-west-1:444455556666:collection/${id}`,
  status: 'ACTIVE',
  type: 'VECTORSEARCH',
  kmsKeyArn: 'auto',
  tags: [{ key: 'owner', value: 'search' }],
  ...more,
});

const network = (name: string, collectionName: string, fromPublic: boolean): JsonObject => ({
  type: 'network',
  name,
  policyVersion: 'MTY4NzI5NTgyNjk2OF8x',
  policy: [
    {
      Rules: [{ ResourceType: 'collection', Resource: [`collection/${collectionName}`] }],
      AllowFromPublic: fromPublic,
      ...(fromPublic ? {} : { SourceVPCEs: ['vpce-0a1b2c3d4e5f'] }),
    },
  ],
});

const access = (name: string, collectionName: string): JsonObject => ({
  type: 'data',
  name,
  policyVersion: 'MTY4NzI5NTgyNjk2OF8x',
  policy: [
    {
      Rules: [
        { ResourceType: 'index', Resource: [`index/${collectionName}/*`], Permission: ['aoss:ReadDocument'] },
      ],
      Principal: ['arn:aws:iam::444455556666:role/agent'],
    },
  ],
});

const TOKEN = ['nextToken', 'nextToken'] as const;

const service: EstateService = {
  prefix: 'opensearchserverless',
  signingName: 'aoss',
  protocol: 'json',
  client,
  handlers: {
    ListCollections: lists('aoss/collections', 'collectionSummaries', { token: TOKEN }),
    BatchGetCollection: ({ region, input: { ids } }) => ({
      collectionDetails: region
        .resources('aoss/collections')
        .filter(({ id }) => Array.isArray(ids) && ids.includes(id ?? '')),
    }),
    ListSecurityPolicies: lists('aoss/networkPolicies', 'securityPolicySummaries', { token: TOKEN }),
    GetSecurityPolicy: gets('aoss/networkPolicies', { name: 'name' }, { under: 'securityPolicyDetail' }),
    ListAccessPolicies: lists('aoss/accessPolicies', 'accessPolicySummaries', { token: TOKEN }),
    GetAccessPolicy: gets('aoss/accessPolicies', { name: 'name' }, { under: 'accessPolicyDetail' }),
  },
  sample: {
    'aoss/collections': [
      collection('c1', 'documents', {
        kmsKeyArn: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
      }),
      collection('c2', 'open-answers', {}),
      collection('c3', 'logs', { type: 'TIMESERIES' }),
    ],
    'aoss/networkPolicies': [
      network('documents', 'documents', false),
      network('open', 'open-*', true),
      network('logs', 'logs', false),
    ],
    'aoss/accessPolicies': [
      access('documents', 'documents'),
      access('open', 'open-*'),
      access('logs', 'logs'),
    ],
  },
};
export default service;
