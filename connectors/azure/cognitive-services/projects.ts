import { foundryProject } from '#shared/assets/azure/foundry.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import type { RestReader } from '../../rest.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities } from '../relations.ts';
import { API_VERSION, accountsThatServeModels, listAccounts } from './accounts.ts';
import { holdsProjects } from './kinds.ts';

const ACCOUNTS = 'Microsoft.CognitiveServices/accounts';
const TYPE = `${ACCOUNTS}/projects`;

export const listProjects = armList(`${TYPE}/list`, `${TYPE}/read`, '{+account}/projects', API_VERSION);
const getProject = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+project}', API_VERSION);

/** They come with the accounts and the projects, so that they stand here and not beside their own asset type. */
export const listAccountHosts = armList(
  `${ACCOUNTS}/capabilityHosts/list`,
  `${ACCOUNTS}/capabilityHosts/read`,
  '{+account}/capabilityHosts',
  API_VERSION,
);
export const listProjectHosts = armList(
  `${TYPE}/capabilityHosts/list`,
  `${TYPE}/capabilityHosts/read`,
  '{+project}/capabilityHosts',
  API_VERSION,
);

/** The projects of every account of a subscription that may hold some. */
export async function* projectsIn(arm: RestReader, subscription: string): AsyncGenerator<JsonObject> {
  const pairs = underEach(accountsWithProjects(arm, subscription), (account) =>
    arm.list(listProjects, { account: idOf(account) }),
  );
  for await (const [, project] of pairs) yield project;
}

async function* accountsWithProjects(arm: RestReader, subscription: string): AsyncGenerator<JsonObject> {
  for await (const account of accountsThatServeModels(arm, subscription))
    if (holdsProjects(account)) yield account;
}

export default azureConnector<JsonObject>(foundryProject, {
  operations: {
    list: [listAccounts, listProjects],
    parts: { capabilityHosts: listProjectHosts, accountCapabilityHosts: listAccountHosts },
    find: [getProject],
  },
  list: ({ arm }, { scope }) => projectsIn(arm, scope.account),
  identify: armIdentity,
  read: async ({ arm }, project) => {
    const id = idOf(project);
    const [capabilityHosts, accountCapabilityHosts] = await Promise.all([
      arm.partList(listProjectHosts, { project: id }),
      arm.partList(listAccountHosts, { account: parentOf(id) ?? '' }),
    ]);
    return { ...project, capabilityHosts, accountCapabilityHosts };
  },
  find: ({ arm }, id) => arm.get(getProject, { project: id }),
  relations: ({ id, identity }) => [relation('attached-to', parentOf(id)), ...assumedIdentities(identity)],
});
