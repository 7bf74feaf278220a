import type { WorkloadIdentityType } from '@aws-sdk/client-bedrock-agentcore-control';
import { workloadIdentity } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { agentCoreArn } from './arns.ts';

/** All of an account are in the one directory that it has. */
const DIRECTORY = 'workload-identity-directory/default/workload-identity';

export default awsConnector<Pick<WorkloadIdentityType, 'name' | 'workloadIdentityArn'>>(workloadIdentity, {
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListWorkloadIdentities'),
    read: awsOperations('bedrock-agentcore-control:GetWorkloadIdentity'),
  },
  events: ['CreateWorkloadIdentity', 'UpdateWorkloadIdentity', 'DeleteWorkloadIdentity'],
  list: ({ bedrockAgentCore }) =>
    bedrockAgentCore.list('ListWorkloadIdentities', { maxResults: 20 }, 'workloadIdentities'),
  identify: ({ workloadIdentityArn = '', name = '' }) => ({ id: workloadIdentityArn, name }),
  read: ({ bedrockAgentCore }, { name }) => bedrockAgentCore('GetWorkloadIdentity', { name }),
  find: async (_services, id) => ({ workloadIdentityArn: id, name: id.slice(id.lastIndexOf('/') + 1) }),
  affected: (event, { scope }) =>
    answered(event, 'workloadIdentityArn') ?? agentCoreArn(scope, DIRECTORY, asked(event, 'name')),
});
