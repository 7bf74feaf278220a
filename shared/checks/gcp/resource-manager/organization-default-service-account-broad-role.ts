import { organizationPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { defaultAccountCheck } from './granted-to-default-accounts.ts';

export default defaultAccountCheck(
  organizationPolicy,
  'Default service accounts hold no role that controls AI in an organisation or folder',
  'organizations',
);
