import { importedModel } from '#shared/assets/aws/bedrock-models.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { below, loads } from '../artefact.ts';
import { addressInS3 } from '../place.ts';

/** Bedrock has copied the files when it imported them: what is there now is what the next import takes. */
export default loads(importedModel, {
  source: 'GetImportedModelResponse.modelDataSource, @aws-sdk/client-bedrock',
  of: ({ config }) => [below(addressInS3(s3UriOf(config['modelDataSource'])))],
  registeredAt: ({ creationTime }) => creationTime,
});

function s3UriOf(source: Json | undefined): Json | undefined {
  const s3 = isObject(source) ? source['s3DataSource'] : undefined;
  return isObject(s3) ? s3['s3Uri'] : undefined;
}
