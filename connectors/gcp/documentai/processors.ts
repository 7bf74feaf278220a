import { documentProcessor } from '#shared/assets/gcp/documentai.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { type LocationList, locationOf } from '../location-list.ts';
import { googleGet, googleList } from '../operation.ts';
import { keyIdOf } from '../vertex/api.ts';

const HOST = 'documentai.googleapis.com';

/** docs.cloud.google.com/document-ai/docs/regions */
const REGIONS = new Set([
  'asia-south1',
  'asia-southeast1',
  'australia-southeast1',
  'europe-west2',
  'europe-west3',
  'europe-west4',
  'northamerica-northeast1',
]);

const listProcessors: LocationList = {
  ...googleList(
    'documentai.processors.list',
    `https://{region}-${HOST}/v1/projects/{project}/locations/{region}/processors?pageSize=100`,
    'processors',
  ),
  locations: (regions) => ['us', 'eu', ...regions.filter((region) => REGIONS.has(region))],
};
const getProcessor = googleGet('documentai.processors.get', `https://{region}-${HOST}/v1/{+name}`);

export default gcpConnector<JsonObject>(documentProcessor, {
  operations: { list: [listProcessors], find: [getProcessor] },
  list: ({ everywhere }) => everywhere(listProcessors),
  identify: (processor) => googleIdentity(HOST, processor),
  find: ({ google }, id) => google.get(getProcessor, { name: resourceNameOf(id), region: locationOf(id) }),
  relations: ({ kmsKeyName }) => [relation('encrypted-by', keyIdOf(kmsKeyName))],
});
