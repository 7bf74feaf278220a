import { reaching } from '../reaching.ts';
import { PRICING, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

const job = {
  type: 'aws.sagemaker.processing-job',
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:processing-job/pricing-clean',
  config: {
    ProcessingJobName: 'pricing-clean',
    RoleArn: PRICING,
    ProcessingInputs: [
      { InputName: 'raw', S3Input: { S3Uri: 's3://pricing-data/raw/', S3DataType: 'S3Prefix' } },
    ],
  },
};

export default reaching({
  target: job,
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('s3:PutObject', 'arn:aws:s3:::pricing-data/raw/*')],
  unless: [allow('s3:PutObject', 'arn:aws:s3:::pricing-data-archive/raw/*')],
});
