import { reaching } from '../reaching.ts';
import { gateway, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: gateway(),
  beside: [pricingRole('bedrock-agentcore.amazonaws.com')],
  may: [allow('bedrock-agentcore:PutResourcePolicy')],
  unless: [
    allow(
      'bedrock-agentcore:PutResourcePolicy',
      'arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/*',
    ),
  ],
});
