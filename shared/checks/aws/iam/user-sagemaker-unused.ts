import { USERS } from './subjects.ts';
import { sagemakerUnused } from './unused.ts';

export default sagemakerUnused(USERS);
