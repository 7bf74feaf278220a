import { reaching } from '../reaching.ts';
import { agent, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: agent(),
  beside: [pricingRole('bedrock.amazonaws.com')],
  may: [
    allow(
      ['bedrock:CreateAgentActionGroup', 'bedrock:PrepareAgent'],
      'arn:aws:bedrock:eu-west-1:111122223333:agent/*',
    ),
  ],
  unless: [allow('bedrock:CreateAgentActionGroup', 'arn:aws:bedrock:eu-west-1:111122223333:agent/*')],
});
