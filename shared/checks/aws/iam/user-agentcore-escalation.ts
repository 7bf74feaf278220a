import { escalationCheck } from './escalation.ts';
import { USERS } from './subjects.ts';

export default escalationCheck(USERS, 'AgentCore', {
  union: ['aws.iam.agentcore-privesc'],
  prowler: ['iam_policy_allows_privilege_escalation'],
});
