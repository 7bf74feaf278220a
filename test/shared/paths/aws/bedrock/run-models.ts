import { reaching } from '../reaching.ts';
import { accountSettings } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: accountSettings(),
  may: [allow('bedrock:InvokeModel', 'arn:aws:bedrock:*::foundation-model/amazon.nova-micro-v1:0')],
  unless: [allow('bedrock:InvokeModel', 'arn:aws:bedrock:us-east-1::foundation-model/*')],
});
