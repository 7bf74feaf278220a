import * as client from '@aws-sdk/client-bedrock-data-automation';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const project = (name: string, more: JsonObject = {}): JsonObject => ({
  projectArn: `arn:aws:bedrock:eu-west-1:444455556666:data-automation-project/${name}`,
  projectName: name,
  projectStage: 'LIVE',
  status: 'COMPLETED',
  creationTime: '2026-11-20T08:00:00.000Z',
  lastModifiedTime: '2026-11-20T08:00:00.000Z',
  tags: [{ key: 'owner', value: 'documents' }],
  ...more,
});

export default {
  prefix: 'bedrock-data-automation',
  signingName: 'bedrock',
  protocol: 'rest-json',
  client,
  handlers: {
    ListDataAutomationProjects: lists('bedrock/dataAutomationProjects', 'projects', {
      token: ['nextToken', 'nextToken'],
    }),
    GetDataAutomationProject: gets(
      'bedrock/dataAutomationProjects',
      { projectArn: ['projectArn'] },
      { under: 'project' },
    ),
  },
  sample: {
    'bedrock/dataAutomationProjects': [
      project('invoices', {
        kmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-0000-4000-8000-000000000001',
        kmsEncryptionContext: { tenant: 'swordfish' },
      }),
      project('calls'),
      project('drafts', { projectStage: 'DEVELOPMENT' }),
    ],
  },
} satisfies EstateService;
