import { everyEndpointCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default everyEndpointCheck(USERS);
