import type { FlowDefinitionSummary } from '@aws-sdk/client-sagemaker';
import { flowDefinition } from '#shared/assets/aws/sagemaker-jobs.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { at } from './places.ts';

export default awsConnector<Pick<FlowDefinitionSummary, 'FlowDefinitionArn' | 'FlowDefinitionName'>>(
  flowDefinition,
  {
    rare: true,
    operations: {
      list: awsOperations('sagemaker:ListFlowDefinitions'),
      read: awsOperations('sagemaker:DescribeFlowDefinition'),
      parts: { Tags: getResources },
    },
    events: ['CreateFlowDefinition', 'DeleteFlowDefinition'],
    withoutEvents: { update: 'a human review workflow cannot be changed' },
    list: ({ sagemaker }) =>
      sagemaker.list('ListFlowDefinitions', { MaxResults: 100 }, 'FlowDefinitionSummaries'),
    identify: ({ FlowDefinitionArn = '', FlowDefinitionName = '' }) => ({
      id: FlowDefinitionArn,
      name: FlowDefinitionName,
    }),
    async read(services, { FlowDefinitionName, FlowDefinitionArn }) {
      const flow = await services.sagemaker('DescribeFlowDefinition', { FlowDefinitionName });
      // What reviewers are told is the owner's text and decides nothing here.
      return {
        ...flow,
        FailureReason: undefined,
        HumanLoopActivationConfig: undefined,
        HumanLoopConfig: flow.HumanLoopConfig && {
          ...flow.HumanLoopConfig,
          TaskTitle: undefined,
          TaskDescription: undefined,
          TaskKeywords: undefined,
        },
        Tags: await services.tagsOf('sagemaker:flow-definition', FlowDefinitionArn),
      };
    },
    find: async (_services, id) => ({ FlowDefinitionArn: id, FlowDefinitionName: nameInArn(id) }),
    affected: (event, { scope }) =>
      sagemakerArn(scope, 'flow-definition', asked(event, 'flowDefinitionName')),
    relations: (config, { scope }) => [
      relation('assumes', config['RoleArn']),
      relation('writes-to', bucketArnOf(at(config, 'OutputConfig', 'S3OutputPath'), scope.region)),
      relation('encrypted-by', kmsKeyArn(scope, at(config, 'OutputConfig', 'KmsKeyId'))),
    ],
  },
);
