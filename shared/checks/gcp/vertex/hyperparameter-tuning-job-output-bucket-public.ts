import { hyperparameterTuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { outputBucketCheck } from '../training-jobs.ts';

export default outputBucketCheck({
  assetType: hyperparameterTuningJob,
  things: 'Vertex AI hyperparameter tuning jobs',
  at: 'trialJobSpec',
  command: 'hp-tuning-jobs',
});
