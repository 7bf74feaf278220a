import { organizationPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { publicMemberCheck } from './granted-to-everybody.ts';

export default publicMemberCheck(
  organizationPolicy,
  'No role of an organisation or folder is granted to everybody',
  'organizations',
);
