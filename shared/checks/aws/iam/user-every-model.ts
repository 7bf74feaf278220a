import { everyModelCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default everyModelCheck(USERS);
