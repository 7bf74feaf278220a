import { reaching } from '../reaching.ts';
import { invocationLogging } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: invocationLogging(),
  may: [allow('bedrock:PutModelInvocationLoggingConfiguration')],
  unless: [allow('bedrock:GetModelInvocationLoggingConfiguration')],
});
