import { reaching } from '../reaching.ts';
import { lambdaFunction, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: lambdaFunction(),
  beside: [pricingRole('lambda.amazonaws.com')],
  may: [allow('lambda:UpdateFunction*', 'arn:aws:lambda:*:*:function:rates')],
  unless: [allow('lambda:UpdateFunctionConfiguration', 'arn:aws:lambda:*:*:function:rates')],
});
