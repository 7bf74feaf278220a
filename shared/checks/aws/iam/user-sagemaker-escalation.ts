import { escalationCheck } from './escalation.ts';
import { USERS } from './subjects.ts';

export default escalationCheck(USERS, 'SageMaker', 'aws.iam.passrole-sagemaker-privesc');
