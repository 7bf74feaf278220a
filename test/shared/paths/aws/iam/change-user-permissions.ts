import { reaching } from '../reaching.ts';
import { allow, user, userArn } from '../statements.ts';

const target = user('noor', allow('s3:GetObject', 'arn:aws:s3:::claims/*'));

export default reaching({
  target,
  may: [allow('iam:AttachUserPolicy', target.id)],
  unless: [allow('iam:AttachUserPolicy', userArn('intern-*'))],
});
