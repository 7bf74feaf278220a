import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { API_VERSION, accountsThatServeModels, listAccounts } from './accounts.ts';
import { listProjects, projectsIn } from './projects.ts';

const OF_ACCOUNTS = 'Microsoft.CognitiveServices/accounts/connections';
const OF_PROJECTS = 'Microsoft.CognitiveServices/accounts/projects/connections';

const listOfAccount = armList(
  `${OF_ACCOUNTS}/list`,
  `${OF_ACCOUNTS}/read`,
  '{+account}/connections',
  API_VERSION,
);
const listOfProject = armList(
  `${OF_PROJECTS}/list`,
  `${OF_PROJECTS}/read`,
  '{+project}/connections',
  API_VERSION,
);
const getOfAccount = armGet(`${OF_ACCOUNTS}/get`, `${OF_ACCOUNTS}/read`, '{+connection}', API_VERSION);
const getOfProject = armGet(`${OF_PROJECTS}/get`, `${OF_PROJECTS}/read`, '{+connection}', API_VERSION);

export default azureConnector<JsonObject>(foundryConnection, {
  operations: {
    list: [listAccounts, listOfAccount, listProjects, listOfProject],
    find: [getOfAccount, getOfProject],
  },
  async *list({ arm }, { scope }) {
    const ofAccounts = underEach(accountsThatServeModels(arm, scope.account), (account) =>
      arm.list(listOfAccount, { account: idOf(account) }),
    );
    for await (const [, connection] of ofAccounts) yield connection;
    const ofProjects = underEach(projectsIn(arm, scope.account), (project) =>
      arm.list(listOfProject, { project: idOf(project) }),
    );
    for await (const [, connection] of ofProjects) yield connection;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(isOfProject(id) ? getOfProject : getOfAccount, { connection: id }),
  relations: ({ id, properties }) => {
    const { target, metadata } = isObject(properties) ? properties : {};
    return [
      relation('attached-to', parentOf(id)),
      relation('calls', target),
      // What the portal adds where the other end is a resource of Azure.
      relation('calls', isObject(metadata) ? metadata['ResourceId'] : undefined),
    ];
  },
});

const isOfProject = (id: string): boolean => /\/projects\/[^/]+\/connections\//i.test(id);
