import { reaching } from '../reaching.ts';
import { memory, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: memory(),
  beside: [pricingRole('bedrock-agentcore.amazonaws.com')],
  may: [allow('bedrock-agentcore:CreateEvent')],
  unless: [allow('bedrock-agentcore:GetEvent')],
});
