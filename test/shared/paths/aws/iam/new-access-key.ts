import { reaching } from '../reaching.ts';
import { allow, user } from '../statements.ts';

const target = user('noor', allow('s3:GetObject', 'arn:aws:s3:::claims/*'));

export default reaching({
  target,
  may: [allow('iam:CreateAccessKey', target.id)], // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM
  unless: [allow('iam:CreateAccessKey', 'arn:aws:iam::*:user/${aws:username}')],
});
