import { reaching } from '../reaching.ts';
import { pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: pricingRole('glue.amazonaws.com'),
  may: [allow('glue:UpdateDevEndpoint')],
  unless: [allow('glue:GetDevEndpoint')],
});
