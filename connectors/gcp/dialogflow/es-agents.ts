import { dialogflowEsAgent } from '#shared/assets/gcp/dialogflow.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleGet } from '../operation.ts';

const HOST = 'dialogflow.googleapis.com';

/** A project has at most one agent of this kind in a location; here that of the global one, which is the default. */
const getEsAgent = googleGet(
  'dialogflow.agents.get',
  `https://${HOST}/v2/projects/{project}/agent`,
  'dialogflow.agents.get (ES)',
);

export default gcpConnector<JsonObject>(dialogflowEsAgent, {
  operations: { list: [getEsAgent] },
  async *list({ google }, { scope }) {
    const agent = await google.part(getEsAgent, { project: scope.account });
    if (agent !== undefined && !isUnread(agent)) yield agent;
  },
  identify: ({ displayName }, { scope }) => ({
    id: `//${HOST}/projects/${scope.account}/agent`,
    name: typeof displayName === 'string' ? displayName : scope.account,
  }),
  auditedAs: (name, project) =>
    [`projects/${project}/agent`, `projects/${project}/locations/global/agent`].includes(name)
      ? `//${HOST}/projects/${project}/agent`
      : undefined,
  find: ({ google }, _id, { scope }) => google.get(getEsAgent, { project: scope.account }),
});
