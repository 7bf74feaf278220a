import type { AutomatedReasoningPolicySummary } from '@aws-sdk/client-bedrock';
import { automatedReasoningPolicy } from '#shared/assets/aws/bedrock-models.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<Pick<AutomatedReasoningPolicySummary, 'policyArn' | 'name'>>(
  automatedReasoningPolicy,
  {
    rare: true,
    operations: {
      list: awsOperations('bedrock:ListAutomatedReasoningPolicies'),
      read: awsOperations('bedrock:GetAutomatedReasoningPolicy'),
      parts: { Tags: getResources },
    },
    events: [
      'CreateAutomatedReasoningPolicy',
      'UpdateAutomatedReasoningPolicy',
      'DeleteAutomatedReasoningPolicy',
    ],
    list: ({ bedrock }) =>
      bedrock.list(
        'ListAutomatedReasoningPolicies',
        { maxResults: 100 },
        'automatedReasoningPolicySummaries',
      ),
    identify: ({ policyArn = '', name = '' }) => ({ id: policyArn, name }),
    read: async (services, { policyArn = '' }) => ({
      ...(await services.bedrock('GetAutomatedReasoningPolicy', { policyArn })),
      Tags: await services.tagsOf('bedrock:automated-reasoning-policy', policyArn),
    }),
    async find({ bedrock }, id) {
      const { policyArn, name } = await bedrock('GetAutomatedReasoningPolicy', { policyArn: id });
      return { policyArn, name };
    },
    affected: (event) => asked(event, 'policyArn') ?? answered(event, 'policyArn'),
    relations: ({ kmsKeyArn }) => [relation('encrypted-by', kmsKeyArn)],
  },
);
