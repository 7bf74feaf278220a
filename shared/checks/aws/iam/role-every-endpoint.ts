import { everyEndpointCheck } from './broad.ts';
import { ROLES } from './subjects.ts';

export default everyEndpointCheck(ROLES);
