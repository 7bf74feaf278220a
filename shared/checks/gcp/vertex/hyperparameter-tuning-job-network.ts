import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { networkCheck } from '../training-jobs.ts';

export default networkCheck({
  assetType: hyperparameterTuningJob,
  things: 'Vertex AI hyperparameter tuning jobs',
  at: 'trialJobSpec',
  command: 'hp-tuning-jobs',
});
