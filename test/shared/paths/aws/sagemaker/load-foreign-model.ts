import { reaching } from '../reaching.ts';
import { model, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: model({ Mode: 'MultiModel', ModelDataUrl: 's3://pricing-models/all/' }),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('s3:PutObject', 'arn:aws:s3:::pricing-models/all/*'), allow('sagemaker:InvokeEndpoint')],
  otherwise: [
    model({ Mode: 'SingleModel', ModelDataUrl: 's3://pricing-models/all/' }),
    pricingRole('sagemaker.amazonaws.com'),
  ],
});
