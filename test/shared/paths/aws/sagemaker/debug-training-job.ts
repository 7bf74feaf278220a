import { reaching } from '../reaching.ts';
import { pricingRole, trainingJob } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: trainingJob(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow(['sagemaker:UpdateTrainingJob', 'ssm:StartSession'])],
  otherwise: [trainingJob({ TrainingJobStatus: 'Completed' }), pricingRole('sagemaker.amazonaws.com')],
});
