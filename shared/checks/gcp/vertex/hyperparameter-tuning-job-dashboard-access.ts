import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { dashboardAccessCheck } from '../training-jobs.ts';

export default dashboardAccessCheck({
  assetType: hyperparameterTuningJob,
  things: 'Vertex AI hyperparameter tuning jobs',
  at: 'trialJobSpec',
  command: 'hp-tuning-jobs',
});
