import { model } from '#shared/assets/aws/sagemaker.ts';
import { isObject } from '#shared/model/json.ts';
import { loads } from '../artefact.ts';
import { artefactsOfContainer } from './sagemaker-containers.ts';

export default loads(model, {
  source: 'Model, ContainerDefinition and S3ModelDataSource, @aws-sdk/client-sagemaker',
  of: ({ config: { PrimaryContainer, Containers } }) =>
    [PrimaryContainer, Containers].flat().filter(isObject).flatMap(artefactsOfContainer),
  registeredAt: ({ CreationTime }) => CreationTime,
});
