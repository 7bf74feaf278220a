import { marketplaceCheck } from './broad.ts';
import { USERS } from './subjects.ts';

export default marketplaceCheck(USERS, 'attached');
