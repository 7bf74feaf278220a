import { fullAccessCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default fullAccessCheck(USERS, 'sagemaker', ['aws.iam.sagemaker-full-access']);
