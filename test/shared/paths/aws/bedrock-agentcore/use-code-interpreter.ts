import { reaching } from '../reaching.ts';
import { codeInterpreter, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: codeInterpreter(),
  beside: [pricingRole('bedrock-agentcore.amazonaws.com')],
  may: [allow(['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'])],
  otherwise: [
    codeInterpreter({ networkConfiguration: { networkMode: 'SANDBOX' } }),
    pricingRole('bedrock-agentcore.amazonaws.com'),
  ],
});
