import { capabilityHost } from '#shared/assets/azure/foundry.ts';
import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import type { RestReader } from '../../rest.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet } from '../operation.ts';
import { API_VERSION, listAccounts } from './accounts.ts';
import { listAccountHosts, listProjectHosts, listProjects, projectsIn } from './projects.ts';

const OF_ACCOUNTS = 'Microsoft.CognitiveServices/accounts/capabilityHosts';
const OF_PROJECTS = 'Microsoft.CognitiveServices/accounts/projects/capabilityHosts';

const getOfAccount = armGet(`${OF_ACCOUNTS}/get`, `${OF_ACCOUNTS}/read`, '{+host}', API_VERSION);
const getOfProject = armGet(`${OF_PROJECTS}/get`, `${OF_PROJECTS}/read`, '{+host}', API_VERSION);

export default azureConnector<JsonObject>(capabilityHost, {
  operations: {
    list: [listAccounts, listProjects, listAccountHosts, listProjectHosts],
    find: [getOfAccount, getOfProject],
  },
  async *list({ arm }, { scope }) {
    const ofAccounts = underEach(accountsWithAProject(arm, scope.account), (account) =>
      arm.list(listAccountHosts, { account }),
    );
    for await (const [, host] of ofAccounts) yield host;
    const ofProjects = underEach(projectsIn(arm, scope.account), (project) =>
      arm.list(listProjectHosts, { project: idOf(project) }),
    );
    for await (const [, host] of ofProjects) yield host;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(/\/projects\//i.test(id) ? getOfProject : getOfAccount, { host: id }),
  relations: ({ id, properties }) => {
    const place = parentOf(id);
    if (!isObject(properties)) return [relation('attached-to', place)];
    const { customerSubnet, storageConnections, threadStorageConnections, vectorStoreConnections } =
      properties;
    return [
      relation('attached-to', place),
      relation('attached-to', customerSubnet),
      ...[storageConnections, threadStorageConnections, vectorStoreConnections].flatMap((names) =>
        storedIn(names, place),
      ),
    ];
  },
});

/** Agents run in projects: an account without one needs no host. */
async function* accountsWithAProject(arm: RestReader, subscription: string): AsyncGenerator<string> {
  const seen = new Set<string>();
  for await (const project of projectsIn(arm, subscription)) {
    const account = parentOf(idOf(project));
    if (account === undefined || seen.has(account)) continue;
    seen.add(account);
    yield account;
  }
}

/** A host names connections of its project or of the account, and does not say of which. */
function storedIn(names: Json | undefined, place: string | undefined): (Relation | undefined)[] {
  const account = place?.replace(/\/projects\/[^/]+$/i, '');
  const places = place === account ? [place] : [place, account];
  return (Array.isArray(names) ? names : []).flatMap((name) =>
    places.map((one) =>
      one === undefined ? undefined : relation('stored-in', `${one}/connections/${name}`),
    ),
  );
}
