import { agentApplication } from '#shared/assets/azure/foundry.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import type { RestReader } from '../../rest.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { listAccounts } from './accounts.ts';
import { listProjectHosts, listProjects, projectsIn } from './projects.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts/projects/applications';
/** The one that was recorded; no stable version has applications. */
const API_VERSION = '2025-10-01-preview';

const listApplications = armList(`${TYPE}/list`, `${TYPE}/read`, '{+project}/applications', API_VERSION);
const getApplication = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+application}', API_VERSION);

export default azureConnector<JsonObject>(agentApplication, {
  operations: {
    list: [listAccounts, listProjects, listProjectHosts, listApplications],
    find: [getApplication],
  },
  async *list({ arm }, { scope }) {
    const applications = underEach(projectsWithAgents(arm, scope.account), (project) =>
      arm.list(listApplications, { project: idOf(project) }),
    );
    for await (const [, application] of applications) yield application;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getApplication, { application: id }),
  relations: ({ id }) => [relation('attached-to', parentOf(id))],
});

/**
 * Projects in which agents were set up: with the first agent a project gets an identity for them, as recorded, and
 * one whose agents keep their state in stores of yours has a capability host.
 */
async function* projectsWithAgents(arm: RestReader, subscription: string): AsyncGenerator<JsonObject> {
  for await (const project of projectsIn(arm, subscription)) {
    if (hasAgentIdentity(project)) yield project;
    else {
      const hosts = await arm.partList(listProjectHosts, { project: idOf(project) });
      // Where they could not be read, there may be some.
      if (!Array.isArray(hosts) || hosts.length > 0) yield project;
    }
  }
}

const hasAgentIdentity = ({ properties }: JsonObject): boolean =>
  isObject(properties) && isObject(properties['agentIdentity']);
