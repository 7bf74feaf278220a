import { reaching } from '../reaching.ts';
import { knowledgeBase } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: knowledgeBase(),
  may: [allow('bedrock:PutResourcePolicy', 'arn:aws:bedrock:eu-west-1:111122223333:knowledge-base/*')],
  unless: [allow('bedrock:GetResourcePolicy', 'arn:aws:bedrock:eu-west-1:111122223333:knowledge-base/*')],
});
