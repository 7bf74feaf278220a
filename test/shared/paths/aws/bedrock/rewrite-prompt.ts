import { reaching } from '../reaching.ts';
import { prompt } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: prompt(),
  may: [allow('bedrock:UpdatePrompt', 'arn:aws:bedrock:eu-west-1:111122223333:prompt/PROMPT1')],
  unless: [allow('bedrock:UpdatePrompt', 'arn:aws:bedrock:eu-west-1:111122223333:prompt/PROMPT2')],
});
