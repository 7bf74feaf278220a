import * as client from '@aws-sdk/client-qconnect';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

export default {
  prefix: 'qconnect',
  signingName: 'wisdom',
  protocol: 'rest-json',
  client,
  addresses: { ListAssistants: ['GET', '/assistants'] },
  handlers: {
    ListAssistants: lists('qconnect assistants', 'assistantSummaries', { token: ['nextToken', 'nextToken'] }),
  },
  sample: {
    'qconnect assistants': [
      {
        assistantId: 'a1',
        assistantArn: 'arn:aws:wisdom:eu-west-1:444455556666:assistant/a1',
        name: 'desk-1',
        type: 'AGENT',
        status: 'ACTIVE',
        tags: { owner: 'contact-centre' },
        serverSideEncryptionConfiguration: {
          kmsKeyId: 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001',
        },
      },
      {
        assistantId: 'a2',
        assistantArn: 'arn:aws:wisdom:eu-west-1:444455556666:assistant/a2',
        name: 'desk-2',
        type: 'AGENT',
        status: 'ACTIVE',
        tags: { owner: 'contact-centre' },
      },
      {
        assistantId: 'a3',
        assistantArn: 'arn:aws:wisdom:eu-west-1:444455556666:assistant/a3',
        name: 'desk-3',
        type: 'AGENT',
        status: 'ACTIVE',
        tags: { owner: 'contact-centre' },
      },
    ],
  },
} satisfies EstateService;
