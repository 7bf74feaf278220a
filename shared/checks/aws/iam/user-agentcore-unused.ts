import { USERS } from './subjects.ts';
import { agentcoreUnused } from './unused.ts';

export default agentcoreUnused(USERS);
