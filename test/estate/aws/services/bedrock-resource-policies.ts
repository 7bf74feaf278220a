import * as client from '@aws-sdk/client-bedrock';
import { AwsError } from '../reply.ts';
import type { EstateService } from '../services.ts';

/** The policies stand beside what they are of. */
export default {
  prefix: 'bedrock',
  signingName: 'bedrock',
  protocol: 'rest-json',
  client,
  handlers: {
    GetResourcePolicy: ({ region, input: { resourceArn } }) => {
      const { resourcePolicy: policy } =
        region.guardrails.find(({ guardrailArn }) => guardrailArn === resourceArn) ??
        region.customModels.find(({ modelArn }) => modelArn === resourceArn) ??
        {};
      if (policy === undefined)
        throw new AwsError('ResourceNotFoundException', 'There is no resource policy.', 404);
      return { resourcePolicy: policy };
    },
  },
} satisfies EstateService;
