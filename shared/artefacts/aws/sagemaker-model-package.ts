import { modelPackage } from '#shared/assets/aws/sagemaker-registry.ts';
import { isObject } from '#shared/model/json.ts';
import { loads } from '../artefact.ts';
import { artefactsOfContainer } from './sagemaker-containers.ts';

export default loads(modelPackage, {
  source:
    'ModelPackage, InferenceSpecification and ModelPackageContainerDefinition, @aws-sdk/client-sagemaker',
  of: ({ config: { InferenceSpecification, AdditionalInferenceSpecifications } }) =>
    [InferenceSpecification, AdditionalInferenceSpecifications]
      .flat()
      .filter(isObject)
      .flatMap(({ Containers }) => [Containers].flat().filter(isObject))
      .flatMap(artefactsOfContainer),
  registeredAt: ({ CreationTime }) => CreationTime,
});
