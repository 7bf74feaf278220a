import { fullAccessCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default fullAccessCheck(USERS, 'bedrock', ['aws.iam.bedrock-full-access']);
