import { conversationalAgent } from '#shared/assets/gcp/dialogflow.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { fullName, googleIdentity, resourceNameOf } from '../identity.ts';
import { hostPrefixOf, type LocationList, locationOf } from '../location-list.ts';
import { googleGet, googleList } from '../operation.ts';
import { objectAt } from '../reply.ts';

const HOST = 'dialogflow.googleapis.com';

/** docs.cloud.google.com/dialogflow/cx/docs/concept/region */
const REGIONS = new Set([
  'asia-northeast1',
  'asia-south1',
  'asia-southeast1',
  'australia-southeast1',
  'europe-west1',
  'europe-west2',
  'europe-west3',
  'northamerica-northeast1',
  'us-central1',
  'us-east1',
  'us-west1',
]);

const listAgents: LocationList = {
  ...googleList(
    'dialogflow.agents.list',
    `https://{at}${HOST}/v3/projects/{project}/locations/{region}/agents?pageSize=100`,
    'agents',
  ),
  locations: (regions) => ['global', 'us', ...regions.filter((region) => REGIONS.has(region))],
};
const getAgent = googleGet('dialogflow.agents.get', `https://{at}${HOST}/v3/{+name}`);

/** Certificates and tokens of repositories stand in the agent: their values go. */
function withoutSecrets(agent: JsonObject): JsonObject {
  const { clientCertificateSettings, gitIntegrationSettings, ...rest } = agent;
  return {
    ...rest,
    ...(clientCertificateSettings === undefined ? {} : { clientCertificateSettings: NOT_KEPT }),
    ...(gitIntegrationSettings === undefined
      ? {}
      : { gitIntegrationSettings: isObject(gitIntegrationSettings) ? NOT_KEPT : gitIntegrationSettings }),
  };
}

const NOT_KEPT = '(not kept)';

export default gcpConnector<JsonObject>(conversationalAgent, {
  operations: { list: [listAgents], find: [getAgent] },
  async *list({ everywhere }) {
    for await (const agent of everywhere(listAgents)) yield withoutSecrets(agent);
  },
  identify: (agent) => googleIdentity(HOST, agent),
  find: async ({ google }, id) =>
    withoutSecrets(
      await google.get(getAgent, { name: resourceNameOf(id), at: hostPrefixOf(locationOf(id)) }),
    ),
  relations: (agent) => [
    relation(
      'reads-from',
      fullName('discoveryengine.googleapis.com', objectAt(agent, 'genAppBuilderSettings')['engine']),
    ),
  ],
});
