import { reaching } from '../reaching.ts';
import { space } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: space('ENABLED'),
  may: [allow('sagemaker:StartSession', 'arn:aws:sagemaker:eu-west-1:111122223333:space/*')],
  otherwise: [space('DISABLED')],
});
