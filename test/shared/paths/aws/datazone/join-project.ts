import { reaching } from '../reaching.ts';
import { allow, role } from '../statements.ts';

const project = (service: string) => role('unified-studio-project', service, allow('s3:GetObject'));

export default reaching({
  target: project('datazone.amazonaws.com'),
  may: [allow(['datazone:CreateUserProfile', 'datazone:CreateProjectMembership'])],
  unless: [allow('datazone:CreateUserProfile')],
});
