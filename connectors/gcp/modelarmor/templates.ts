import { armorTemplate } from '#shared/assets/gcp/modelarmor.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { type LocationList, locationOf } from '../location-list.ts';
import { googleGet, googleList } from '../operation.ts';

const HOST = 'modelarmor.{region}.rep.googleapis.com';

/** docs.cloud.google.com/model-armor/locations; where it is not offered there is no host that could answer. */
const REGIONS = new Set([
  'asia-northeast1',
  'asia-northeast3',
  'asia-south1',
  'asia-southeast1',
  'australia-southeast2',
  'europe-southwest1',
  'europe-west1',
  'europe-west2',
  'europe-west3',
  'europe-west4',
  'europe-west9',
  'northamerica-northeast2',
  'us-central1',
  'us-east1',
  'us-east4',
  'us-west1',
]);

const listTemplates: LocationList = {
  ...googleList(
    'modelarmor.templates.list',
    `https://${HOST}/v1/projects/{project}/locations/{region}/templates?pageSize=100`,
    'templates',
  ),
  locations: (regions) => ['us', 'eu', ...regions.filter((region) => REGIONS.has(region))],
};
const getTemplate = googleGet('modelarmor.templates.get', `https://${HOST}/v1/{+name}`);

export default gcpConnector<JsonObject>(armorTemplate, {
  operations: { list: [listTemplates], find: [getTemplate] },
  list: ({ everywhere }) => everywhere(listTemplates),
  identify: (template) => googleIdentity('modelarmor.googleapis.com', template),
  find: ({ google }, id) => google.get(getTemplate, { name: resourceNameOf(id), region: locationOf(id) }),
});
