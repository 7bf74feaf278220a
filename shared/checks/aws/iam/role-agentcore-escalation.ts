import { escalationCheck } from './escalation.ts';
import { ROLES } from './subjects.ts';

export default escalationCheck(ROLES, 'AgentCore', 'aws.iam.agentcore-privesc');
