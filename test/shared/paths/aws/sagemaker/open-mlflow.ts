import { reaching } from '../reaching.ts';
import { pricingRole, trackingServer } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: trackingServer(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [
    allow([
      'sagemaker:CreatePresignedMlflowTrackingServerUrl',
      'sagemaker-mlflow:AccessUI',
      'sagemaker-mlflow:SearchExperiments',
    ]),
  ],
  unless: [allow(['sagemaker:CreatePresignedMlflowTrackingServerUrl', 'sagemaker-mlflow:SearchExperiments'])],
});
