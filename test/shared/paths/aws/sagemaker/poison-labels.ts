import { reaching } from '../reaching.ts';
import { PRICING, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

const job = {
  type: 'aws.sagemaker.labeling-job',
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:labeling-job/damages',
  config: {
    LabelingJobName: 'damages',
    RoleArn: PRICING,
    OutputConfig: { S3OutputPath: 's3://pricing-data/labels/' },
  },
};

export default reaching({
  target: job,
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('s3:*', 'arn:aws:s3:::pricing-data/*')],
  unless: [allow(['s3:Get*', 's3:List*'], 'arn:aws:s3:::pricing-data/*')],
});
