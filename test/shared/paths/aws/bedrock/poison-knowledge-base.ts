import { reaching } from '../reaching.ts';
import { knowledgeBase, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: knowledgeBase(),
  beside: [pricingRole('bedrock.amazonaws.com')],
  may: [allow('s3:PutObject', 'arn:aws:s3:::terms/published/*')],
  unless: [allow('s3:PutObject', 'arn:aws:s3:::terms/drafts/*')],
});
