import { marketplaceCheck } from './broad.ts';
import { ROLES } from './subjects.ts';

export default marketplaceCheck(ROLES, 'attached');
