import { reaching } from '../reaching.ts';
import { pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: pricingRole('cloudformation.amazonaws.com'),
  may: [allow('cloudformation:UpdateStack')],
  otherwise: [pricingRole('codebuild.amazonaws.com')],
});
