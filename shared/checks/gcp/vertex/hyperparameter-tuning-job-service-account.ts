import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { serviceAccountCheck } from '../training-jobs.ts';

export default serviceAccountCheck({
  assetType: hyperparameterTuningJob,
  things: 'Vertex AI hyperparameter tuning jobs',
  at: 'trialJobSpec',
  command: 'hp-tuning-jobs',
});
