import { fullAccessCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default fullAccessCheck(USERS, 'bedrock-agentcore', [
  'aws.agentcore.full-access',
  'aws.agentregistry.iam-full-access',
]);
