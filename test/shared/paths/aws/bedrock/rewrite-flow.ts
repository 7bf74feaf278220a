import { reaching } from '../reaching.ts';
import { flow, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: flow(),
  beside: [pricingRole('bedrock.amazonaws.com')],
  may: [allow(['bedrock:UpdateFlow', 'bedrock:PrepareFlow'])],
  unless: [
    allow(['bedrock:UpdateFlow', 'bedrock:PrepareFlow'], '*', {
      StringEquals: { 'aws:ResourceAccount': '444455556666' },
    }),
  ],
});
