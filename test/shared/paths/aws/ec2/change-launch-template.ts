import { reaching } from '../reaching.ts';
import { pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: pricingRole('ec2.amazonaws.com'),
  may: [allow(['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'])],
  unless: [allow('ec2:CreateLaunchTemplateVersion')],
});
