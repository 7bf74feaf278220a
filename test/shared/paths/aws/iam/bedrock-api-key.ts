import { reaching } from '../reaching.ts';
import { allow, user } from '../statements.ts';

const target = user('BedrockAPIKey-x1f2', allow('bedrock:InvokeModel'));

export default reaching({
  target,
  may: [allow('iam:CreateServiceSpecificCredential', target.id)],
  unless: [
    allow('iam:CreateServiceSpecificCredential', target.id, {
      StringEquals: { 'iam:ServiceSpecificCredentialServiceName': 'codecommit.amazonaws.com' },
    }),
  ],
});
