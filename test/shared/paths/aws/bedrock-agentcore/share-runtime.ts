import { reaching } from '../reaching.ts';
import { pricingRole, runtime } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: runtime(),
  beside: [pricingRole('bedrock-agentcore.amazonaws.com')],
  may: [allow('bedrock-agentcore:PutResourcePolicy')],
  unless: [
    allow(
      'bedrock-agentcore:PutResourcePolicy',
      'arn:aws:bedrock-agentcore:eu-west-1:111122223333:gateway/*',
    ),
  ],
});
