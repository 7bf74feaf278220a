import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { grantedRoles } from '../granted-roles.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { googleGet, googleList, googlePost } from '../operation.ts';

const HOST = 'iam.googleapis.com';
const ACCOUNTS = `https://${HOST}/v1/projects/{project}/serviceAccounts`;

const listAccounts = googleList('iam.serviceAccounts.list', `${ACCOUNTS}?pageSize=100`, 'accounts');
const getAccount = googleGet('iam.serviceAccounts.get', `${ACCOUNTS}/{email}`);
/** Names and dates of keys; a private key is given once, to who makes it. */
const listKeys = googleList(
  'iam.serviceAccountKeys.list',
  `${ACCOUNTS}/{email}/keys?keyTypes=USER_MANAGED`,
  'keys',
);

/** Who may act as it; in a query, for the method takes no body. */
const getPolicy = googlePost(
  'iam.serviceAccounts.getIamPolicy',
  `${ACCOUNTS}/{email}:getIamPolicy?options.requestedPolicyVersion=3`,
);

interface Account {
  readonly account: JsonObject;
  /** Whether an AI asset runs as it. */
  readonly isRunAs: boolean;
}

const emailOf = ({ email }: JsonObject): string => (typeof email === 'string' ? email : '');
const idOf = (account: JsonObject): string => serviceAccountIdOf(account['email']) ?? '';
const isAccount = (target: string): boolean => target.startsWith(`//${HOST}/projects/`);

/**
 * The service accounts of a project that its AI assets run as, and as context the others beside them: there are 100
 * at the most unless Google raised the quota, and whoever may act as one has its roles. One of another project stays
 * unseen here.
 */
export default gcpConnector<Account>(serviceAccount, {
  operations: { list: [listAccounts], parts: { keys: listKeys, iamPolicy: getPolicy }, find: [getAccount] },
  followsReferences: true,
  async *list({ google }, { scope, references, foundInAll }) {
    const runAs = await references(isAccount);
    if (runAs.size === 0 && foundInAll?.() === 0) return;
    for await (const account of google.list(listAccounts, { project: scope.account }))
      yield { account, isRunAs: runAs.has(idOf(account)) };
  },
  identify: ({ account }) => ({ id: idOf(account), name: emailOf(account) }),
  isContext: ({ isRunAs }) => !isRunAs,
  read: async ({ google }, { account, isRunAs }, { scope }) => {
    const address = { project: scope.account, email: emailOf(account) };
    const [keys, iamPolicy] = await Promise.all([
      // Of an account that no AI asset runs as, nobody judges the keys.
      isRunAs ? google.partList(listKeys, address) : undefined,
      google.part(getPolicy, address),
    ]);
    return { ...account, keys, iamPolicy };
  },
  // By its address, or by a number that does not tell it; `-` may stand for the project.
  auditedAs: (name) => serviceAccountIdOf(/^projects\/[^/]+\/serviceAccounts\/([^/]+)$/.exec(name)?.[1]),
  find: async ({ google }, id, { scope, references }) => ({
    account: await google.get(getAccount, {
      project: scope.account,
      email: id.slice(id.lastIndexOf('/') + 1),
    }),
    isRunAs: (await references(isAccount)).has(id),
  }),
  relations: ({ iamPolicy }) => grantedRoles(iamPolicy),
});
