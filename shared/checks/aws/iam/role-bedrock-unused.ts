import { ROLES } from './subjects.ts';
import { bedrockUnused } from './unused.ts';

export default bedrockUnused(ROLES);
