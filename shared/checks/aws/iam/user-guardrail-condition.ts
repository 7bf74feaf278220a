import { guardrailCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default guardrailCheck(USERS);
