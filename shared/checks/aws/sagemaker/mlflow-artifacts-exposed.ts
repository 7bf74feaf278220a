import { mlflowTrackingServer } from '#shared/assets/aws/sagemaker-platform.ts';
import { artifactsExposedCheck } from './mlflow-artifacts.ts';

export default artifactsExposedCheck(mlflowTrackingServer, {
  name: 'MLflow tracking servers',
  describedBy: 'DescribeMlflowTrackingServer',
});
