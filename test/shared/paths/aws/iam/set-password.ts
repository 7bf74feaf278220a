import { reaching } from '../reaching.ts';
import { allow, user } from '../statements.ts';

const target = user('noor', allow('s3:GetObject', 'arn:aws:s3:::claims/*'));

export default reaching({
  target,
  may: [allow('iam:UpdateLoginProfile', target.id)],
  unless: [allow('iam:ChangePassword', target.id)],
});
