import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { isObject } from '#shared/model/json.ts';
import { loads } from '../artefact.ts';
import { addressInS3 } from '../place.ts';

/** It does not load the file but makes it: what was written there after the job ended, somebody else wrote. */
export default loads(trainingJob, {
  source: 'TrainingJob, ModelArtifacts.S3ModelArtifacts and TrainingEndTime, @aws-sdk/client-sagemaker',
  of: ({ config: { ModelArtifacts } }) => {
    const address = isObject(ModelArtifacts) ? addressInS3(ModelArtifacts['S3ModelArtifacts']) : undefined;
    return address ? [{ ...address, extent: 'object' }] : [];
  },
  registeredAt: ({ TrainingEndTime }) => TrainingEndTime,
});
