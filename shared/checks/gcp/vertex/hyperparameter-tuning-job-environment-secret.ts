import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { environmentSecretCheck } from '../training-jobs.ts';

export default environmentSecretCheck({
  assetType: hyperparameterTuningJob,
  things: 'Vertex AI hyperparameter tuning jobs',
  at: 'trialJobSpec',
  command: 'hp-tuning-jobs',
});
