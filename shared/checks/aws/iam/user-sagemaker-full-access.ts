import { fullAccessCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default fullAccessCheck(USERS, 'sagemaker', {
  union: ['aws.iam.sagemaker-full-access'],
  prowler: ['sagemaker_full_access_policy_attached'],
  'aws-samples': ['SM-02'],
});
