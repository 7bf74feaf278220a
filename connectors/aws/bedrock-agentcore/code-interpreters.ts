import type { CodeInterpreterSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { codeInterpreter } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relation } from '../../connector.ts';
import { nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { agentCoreArn } from './arns.ts';
import { textsAt } from './config.ts';

type Summary = Pick<CodeInterpreterSummary, 'codeInterpreterId' | 'codeInterpreterArn' | 'name'>;

/** Those that the account made; AWS’s own is the same for all. */
export default awsConnector<Summary>(codeInterpreter, {
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListCodeInterpreters'),
    read: awsOperations('bedrock-agentcore-control:GetCodeInterpreter'),
  },
  events: ['CreateCodeInterpreter', 'DeleteCodeInterpreter'],
  withoutEvents: { update: 'the API has no operation that changes a code interpreter' },
  list: ({ bedrockAgentCore }) =>
    bedrockAgentCore.list(
      'ListCodeInterpreters',
      { type: 'CUSTOM', maxResults: 100 },
      'codeInterpreterSummaries',
    ),
  identify: ({ codeInterpreterArn = '', codeInterpreterId = '', name = codeInterpreterId }) => ({
    id: codeInterpreterArn,
    name,
  }),
  read: ({ bedrockAgentCore }, { codeInterpreterId }) =>
    bedrockAgentCore('GetCodeInterpreter', { codeInterpreterId }),
  async find({ bedrockAgentCore }, id) {
    const { codeInterpreterId, name } = await bedrockAgentCore('GetCodeInterpreter', {
      codeInterpreterId: nameInArn(id),
    });
    return { codeInterpreterId, codeInterpreterArn: id, name };
  },
  affected: (event, { scope }) =>
    answered(event, 'codeInterpreterArn') ??
    agentCoreArn(scope, 'code-interpreter-custom', asked(event, 'codeInterpreterId')),
  relations: (config) => [
    relation('assumes', config['executionRoleArn']),
    ...textsAt(config, 'networkConfiguration', 'vpcConfig', 'subnets').map((subnet) =>
      relation('attached-to', subnet),
    ),
  ],
});
