import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { publicMemberCheck } from './granted-to-everybody.ts';

export default publicMemberCheck(projectPolicy, 'No role of a project is granted to everybody', 'projects');
