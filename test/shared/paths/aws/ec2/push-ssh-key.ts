import { reaching } from '../reaching.ts';
import { instance, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: instance(),
  beside: [pricingRole('ec2.amazonaws.com')],
  may: [
    allow(
      'ec2-instance-connect:SendSSHPublicKey',
      'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718',
    ),
  ],
  unless: [allow('ec2-instance-connect:SendSSHPublicKey', 'arn:aws:ec2:*:*:instance/i-0000')],
});
