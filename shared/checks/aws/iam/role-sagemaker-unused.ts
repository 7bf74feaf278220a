import { ROLES } from './subjects.ts';
import { sagemakerUnused } from './unused.ts';

export default sagemakerUnused(ROLES);
