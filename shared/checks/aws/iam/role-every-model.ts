import { everyModelCheck } from './broad.ts';
import { ROLES } from './subjects.ts';

export default everyModelCheck(ROLES);
