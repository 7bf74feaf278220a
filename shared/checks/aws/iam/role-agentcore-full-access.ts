import { fullAccessCheck } from './broad.ts';
import { ROLES } from './subjects.ts';

export default fullAccessCheck(ROLES, 'bedrock-agentcore', [
  'aws.agentcore.full-access',
  'aws.agentregistry.iam-full-access',
]);
