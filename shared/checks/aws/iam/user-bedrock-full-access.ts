import { fullAccessCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default fullAccessCheck(USERS, 'bedrock', {
  union: ['aws.iam.bedrock-full-access'],
  prowler: ['bedrock_full_access_policy_attached'],
  'aws-samples': ['BR-01'],
});
