import { reaching } from '../reaching.ts';
import { guardrail } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: guardrail(),
  may: [allow('bedrock:UpdateGuardrail', 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1')],
  unless: [allow('bedrock:CreateGuardrailVersion', 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1')],
});
