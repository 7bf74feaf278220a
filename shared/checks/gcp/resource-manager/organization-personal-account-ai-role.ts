import { organizationPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { personalAccountCheck } from './granted-to-personal-accounts.ts';

export default personalAccountCheck(
  organizationPolicy,
  'No personal Google account holds a broad AI role in an organisation or folder',
  'organizations',
);
