import { escalationCheck } from './escalation.ts';
import { ROLES } from './subjects.ts';

export default escalationCheck(ROLES, 'AgentCore', {
  union: ['aws.iam.agentcore-privesc'],
  prowler: ['iam_policy_allows_privilege_escalation'],
});
