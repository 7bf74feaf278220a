import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { defaultAccountCheck } from './granted-to-default-accounts.ts';

export default defaultAccountCheck(
  projectPolicy,
  'Default service accounts hold no role that controls AI',
  'projects',
);
