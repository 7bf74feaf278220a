import { reaching } from '../reaching.ts';
import { instance, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: instance(),
  beside: [pricingRole('ec2.amazonaws.com')],
  may: [allow('ssm:StartSession')],
  unless: [allow('ssm:DescribeSessions')],
});
