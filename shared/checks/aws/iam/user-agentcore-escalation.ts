import { escalationCheck } from './escalation.ts';
import { USERS } from './subjects.ts';

export default escalationCheck(USERS, 'AgentCore', 'aws.iam.agentcore-privesc');
