import { escalationCheck } from './escalation.ts';
import { ROLES } from './subjects.ts';

export default escalationCheck(ROLES, 'SageMaker', {
  union: ['aws.iam.passrole-sagemaker-privesc'],
  prowler: ['iam_policy_allows_privilege_escalation'],
});
