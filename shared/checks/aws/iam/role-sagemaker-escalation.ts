import { escalationCheck } from './escalation.ts';
import { ROLES } from './subjects.ts';

export default escalationCheck(ROLES, 'SageMaker', 'aws.iam.passrole-sagemaker-privesc');
