import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { personalAccountCheck } from './granted-to-personal-accounts.ts';

export default personalAccountCheck(
  projectPolicy,
  'No personal Google account holds a broad AI role',
  'projects',
);
