import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { imageDigestCheck } from '../training-jobs.ts';

export default imageDigestCheck({
  assetType: hyperparameterTuningJob,
  things: 'Vertex AI hyperparameter tuning jobs',
  at: 'trialJobSpec',
  command: 'hp-tuning-jobs',
});
