import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';

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

const emailOf = ({ email }: JsonObject): string => (typeof email === 'string' ? email : '');
const idOf = (account: JsonObject): string => serviceAccountIdOf(account['email']) ?? '';

/** The service accounts of a project that its AI assets run as; one of another project stays unseen here. */
export default gcpConnector<JsonObject>(serviceAccount, {
  operations: { list: [listAccounts], parts: { keys: listKeys }, find: [getAccount] },
  followsReferences: true,
  async *list({ google }, { scope, references }) {
    const wanted = await references((target) => target.startsWith(`//${HOST}/projects/`));
    if (wanted.size === 0) return;
    for await (const account of google.list(listAccounts, { project: scope.account }))
      if (idOf(account) === '' || wanted.has(idOf(account))) yield account;
  },
  identify: (account) => ({ id: idOf(account), name: emailOf(account) }),
  read: async ({ google }, account, { scope }) => ({
    ...account,
    keys: await google.partList(listKeys, { project: scope.account, email: emailOf(account) }),
  }),
  // By its address, or by a number that does not tell it; `-` may stand for the project.
  auditedAs: (name) => serviceAccountIdOf(/^projects\/[^/]+\/serviceAccounts\/([^/]+)$/.exec(name)?.[1]),
  find: ({ google }, id, { scope }) =>
    google.get(getAccount, { project: scope.account, email: id.slice(id.lastIndexOf('/') + 1) }),
});
