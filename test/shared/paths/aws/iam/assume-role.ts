import { reaching } from '../reaching.ts';
import { allow, role, userArn } from '../statements.ts';

const target = (trusted: string) => ({
  ...pricing,
  config: {
    ...pricing.config,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: trusted }, Action: 'sts:AssumeRole' }],
    },
  },
});

const pricing = role('pricing', 'sagemaker.amazonaws.com', allow('s3:GetObject', 'arn:aws:s3:::claims/*'));

export default reaching({
  target: target('arn:aws:iam::111122223333:root'),
  may: [allow('sts:AssumeRole', pricing.id)],
  otherwise: [target(userArn('noor'))],
});
