import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(hyperparameterTuningJob, {
  things: 'Vertex AI hyperparameter tuning jobs',
  severity: 'low',
  why: 'Training data and the checkpoints of every trial lie on its disks while it runs.',
  console: 'Create the next job with “Customer-managed encryption key” chosen.',
  cli: 'gcloud ai hp-tuning-jobs create --region=REGION --display-name=… --config=job.yaml --kms-key=KEY --kms-keyring=RING --kms-location=REGION',
  besides: { trialJobSpec: {} },
});
