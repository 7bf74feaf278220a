import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { webAccessCheck } from '../training-jobs.ts';

export default webAccessCheck({
  assetType: hyperparameterTuningJob,
  things: 'Vertex AI hyperparameter tuning jobs',
  at: 'trialJobSpec',
  command: 'hp-tuning-jobs',
});
