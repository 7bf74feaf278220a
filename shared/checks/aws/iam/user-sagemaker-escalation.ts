import { escalationCheck } from './escalation.ts';
import { USERS } from './subjects.ts';

export default escalationCheck(USERS, 'SageMaker', {
  union: ['aws.iam.passrole-sagemaker-privesc'],
  prowler: ['iam_policy_allows_privilege_escalation'],
});
