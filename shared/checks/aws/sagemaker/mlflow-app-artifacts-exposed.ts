import { mlflowApp } from '#shared/assets/aws/sagemaker-platform.ts';
import { artifactsExposedCheck } from './mlflow-artifacts.ts';

export default artifactsExposedCheck(mlflowApp, {
  name: 'MLflow Apps in SageMaker',
  describedBy: 'DescribeMlflowApp',
});
