import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';
import { bucketIdOf } from '../storage/address.ts';

const HOST = 'aiplatform.googleapis.com';

const listModels = googleList(
  'aiplatform.models.list',
  `https://{region}-${HOST}/v1/projects/{project}/locations/{region}/models?pageSize=100`,
  'models',
);
const getModel = googleGet('aiplatform.models.get', `https://{region}-${HOST}/v1/{+name}`);

export default gcpConnector<JsonObject>(vertexModel, {
  operations: { list: [listModels], find: [getModel] },
  list: ({ google }, { scope }) => google.list(listModels, { project: scope.account, region: scope.region }),
  identify: (model) => googleIdentity(HOST, model),
  find: ({ google }, id, { scope }) =>
    google.get(getModel, { name: resourceNameOf(id), region: scope.region }),
  relations: ({ artifactUri, containerSpec }) => [
    relation('stored-in', bucketIdOf(artifactUri)),
    typeof containerSpec === 'object' && containerSpec !== null && 'imageUri' in containerSpec
      ? relation('runs-image', containerSpec.imageUri)
      : undefined,
  ],
});
