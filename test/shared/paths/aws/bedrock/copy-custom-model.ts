import { reaching } from '../reaching.ts';
import { customModel } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: customModel(),
  may: [allow('bedrock:CreateModelCopyJob')],
  unless: [
    allow('bedrock:CreateModelCopyJob', 'arn:aws:bedrock:eu-west-1:111122223333:custom-model/*/claims'),
  ],
});
