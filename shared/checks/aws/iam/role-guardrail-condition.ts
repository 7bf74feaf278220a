import { guardrailCheck } from './broad.ts';
import { ROLES } from './subjects.ts';

export default guardrailCheck(ROLES);
