import { reaching } from '../reaching.ts';
import { customModel } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: customModel(),
  may: [allow('bedrock:PutResourcePolicy')],
  unless: [allow('bedrock:PutResourcePolicy', 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/*')],
});
