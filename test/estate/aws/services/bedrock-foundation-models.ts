import * as client from '@aws-sdk/client-bedrock';
import type { EstateService } from '../services.ts';

const model = (modelId: string, status: string) => ({
  modelId,
  modelArn: `arn:aws:bedrock:eu-west-1::foundation-model/${modelId}`,
  modelLifecycle: { status },
});

const service: EstateService = {
  prefix: 'bedrock',
  signingName: 'bedrock',
  protocol: 'rest-json',
  client,
  handlers: {
    ListFoundationModels: ({ region }) => ({ modelSummaries: region.resources('bedrock/foundation-models') }),
  },
  sample: {
    'bedrock/foundation-models': [
      model('amazon.nova-lite-v1:0', 'ACTIVE'),
      model('anthropic.claude-v2:1', 'LEGACY'),
      model('meta.llama3-8b-instruct-v1:0', 'ACTIVE'),
    ],
  },
};

export default service;
