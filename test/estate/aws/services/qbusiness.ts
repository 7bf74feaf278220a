import * as client from '@aws-sdk/client-qbusiness';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const TOKEN = ['nextToken', 'nextToken'] as const;
const APPLICATIONS = 'arn:aws:qbusiness:eu-west-1:444455556666:application';
const [FIRST, SECOND, THIRD] = ['a1', 'a2', 'a3'].map(
  (start) => `${start}000000-0000-4000-8000-000000000000`,
);

const application = (applicationId = '', more: JsonObject = {}): JsonObject => ({
  applicationId,
  applicationArn: `${APPLICATIONS}/${applicationId}`,
  displayName: `assistant-${applicationId.slice(0, 2)}`,
  identityType: 'AWS_IAM_IDC',
  roleArn: 'arn:aws:iam::444455556666:role/qbusiness',
  status: 'ACTIVE',
  responseScope: 'ENTERPRISE_CONTENT_ONLY',
  creatorModeConfiguration: { creatorModeControl: 'DISABLED' },
  blockedPhrases: { blockedPhrases: ['swordfish'], systemMessageOverride: 'Say no more of swordfish.' },
  tags: [{ key: 'owner', value: 'assistants' }],
  ...more,
});

const plugin = (applicationId = '', pluginId = '', more: JsonObject = {}): JsonObject => ({
  applicationId,
  pluginId,
  pluginArn: `${APPLICATIONS}/${applicationId}/plugin/${pluginId}`,
  displayName: `plugin-${pluginId.slice(0, 2)}`,
  type: 'CUSTOM',
  serverUrl: 'https://api.example.com',
  state: 'ENABLED',
  buildStatus: 'READY',
  customPluginConfiguration: {
    description: 'Orders',
    apiSchemaType: 'OPEN_API_V3',
    apiSchema: { payload: 'openapi: 3.0.0 # swordfish' },
  },
  authConfiguration: {
    oAuth2ClientCredentialConfiguration: {
      secretArn: 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:orders',
      roleArn: 'arn:aws:iam::444455556666:role/qbusiness-plugin',
    },
  },
  ...more,
});

const accessor = (applicationId = '', dataAccessorId = '', account = ''): JsonObject => ({
  applicationId,
  dataAccessorId,
  dataAccessorArn: `${APPLICATIONS}/${applicationId}/data-accessor/${dataAccessorId}`,
  displayName: `accessor-${dataAccessorId.slice(0, 2)}`,
  principal: `arn:aws:iam::${account}:role/reader`,
});

const ofApplication = (element: JsonObject, input: JsonObject): boolean =>
  element['applicationId'] === input['applicationId'];

export default {
  prefix: 'qbusiness',
  signingName: 'qbusiness',
  protocol: 'rest-json',
  client,
  handlers: {
    ListApplications: lists('qbusiness applications', 'applications', { token: TOKEN }),
    GetApplication: gets('qbusiness applications', { applicationId: 'applicationId' }),
    GetChatControlsConfiguration: gets('qbusiness applications', { applicationId: 'applicationId' }),
    ListPlugins: lists('qbusiness plugins', 'plugins', { token: TOKEN, where: ofApplication }),
    GetPlugin: gets('qbusiness plugins', { applicationId: 'applicationId', pluginId: 'pluginId' }),
    ListDataAccessors: lists('qbusiness accessors', 'dataAccessors', { token: TOKEN, where: ofApplication }),
  },
  sample: {
    'qbusiness applications': [
      application(FIRST, { encryptionConfiguration: { kmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001' } }),
      application(SECOND, { identityType: 'ANONYMOUS', responseScope: 'EXTENDED_KNOWLEDGE_ENABLED' }),
      application(THIRD, { creatorModeConfiguration: { creatorModeControl: 'ENABLED' } }),
    ],
    'qbusiness plugins': [
      plugin(FIRST, 'b1000000-0000-4000-8000-000000000000'),
      plugin(FIRST, 'b2000000-0000-4000-8000-000000000000', {
        authConfiguration: { noAuthConfiguration: {} },
      }),
      plugin(FIRST, 'b3000000-0000-4000-8000-000000000000', {
        state: 'DISABLED',
        authConfiguration: { noAuthConfiguration: {} },
      }),
    ],
    'qbusiness accessors': [
      accessor(SECOND, 'c1000000-0000-4000-8000-000000000000', '444455556666'),
      accessor(SECOND, 'c2000000-0000-4000-8000-000000000000', '777788889999'),
      accessor(SECOND, 'c3000000-0000-4000-8000-000000000000', '777788889999'),
    ],
  },
} satisfies EstateService;
