import { ROLES } from './subjects.ts';
import { agentcoreUnused } from './unused.ts';

export default agentcoreUnused(ROLES);
