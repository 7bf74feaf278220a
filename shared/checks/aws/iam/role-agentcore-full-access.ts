import { fullAccessCheck } from './broad.ts';
import { ROLES } from './subjects.ts';

export default fullAccessCheck(ROLES, 'bedrock-agentcore', {
  union: ['aws.agentcore.full-access', 'aws.agentregistry.iam-full-access'],
  prowler: ['bedrockagentcore_full_access_policy_attached'],
  'aws-samples': ['AC-02', 'AR-01'],
});
