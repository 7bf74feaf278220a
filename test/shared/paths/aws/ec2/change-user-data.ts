import { reaching } from '../reaching.ts';
import { instance, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: instance(),
  beside: [pricingRole('ec2.amazonaws.com')],
  may: [allow(['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'])],
  unless: [allow(['ec2:StopInstances', 'ec2:StartInstances'])],
});
