import type { CollectionDetail } from '@aws-sdk/client-opensearchserverless';
import { collection } from '#shared/assets/aws/opensearchserverless.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { fits } from '#shared/model/governance.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';

const COLLECTIONS_PER_CALL = 100;

/** Policies stand beside the collections and name them by pattern: all are read once, and matched here. */
export default awsConnector<CollectionDetail>(collection, {
  rare: true,
  operations: {
    list: awsOperations('opensearchserverless:ListCollections', 'opensearchserverless:BatchGetCollection'),
    // Each key rests on the list of its policies too.
    read: awsOperations(
      'opensearchserverless:ListSecurityPolicies',
      'opensearchserverless:ListAccessPolicies',
    ),
    parts: {
      networkPolicies: awsOperation('opensearchserverless:GetSecurityPolicy'),
      accessPolicies: awsOperation('opensearchserverless:GetAccessPolicy'),
      Tags: getResources,
    },
  },
  // Policies change on their own as well, but their events name no collection.
  events: ['CreateCollection', 'UpdateCollection', 'DeleteCollection'],
  async *list(services) {
    const summaries = services.openSearchServerless.list(
      'ListCollections',
      { maxResults: 100 },
      'collectionSummaries',
    );
    const ids = (await Array.fromAsync(summaries)).flatMap(({ id }) => (id ? [id] : []));
    for (let start = 0; start < ids.length; start += COLLECTIONS_PER_CALL)
      yield* await described(services, ids.slice(start, start + COLLECTIONS_PER_CALL));
  },
  identify: ({ arn = '', name = '' }) => ({ id: arn, name }),
  async read(services, summary) {
    const { networkPolicies, accessPolicies } = await policiesOf(services);
    const naming = ({ policy }: Policy): boolean => names(policy, summary.name ?? '');
    return {
      ...summary,
      networkPolicies: isUnread(networkPolicies) ? networkPolicies : networkPolicies.filter(naming),
      accessPolicies: isUnread(accessPolicies) ? accessPolicies : accessPolicies.filter(naming),
      Tags: await services.tagsOf('aoss:collection', summary.arn),
    };
  },
  async find(services, id) {
    const [found] = await described(services, [nameInArn(id)]);
    return found;
  },
  affected: (event, { scope }) => {
    const id = asked(event, 'id') ?? answered(event, 'createCollectionDetail', 'id');
    return id && arnIn(scope, 'aoss', `collection/${id}`);
  },
  // Encrypted by a key of AWS, it says `auto`.
  relations: ({ kmsKeyArn }) => [relation('encrypted-by', kmsKeyArn === 'auto' ? undefined : kmsKeyArn)],
});

const described = async ({ openSearchServerless }: AwsServices, ids: string[]): Promise<CollectionDetail[]> =>
  (await openSearchServerless('BatchGetCollection', { ids })).collectionDetails ?? [];

interface Policy {
  readonly name: string | undefined;
  readonly policy: Json;
}
interface Policies {
  readonly networkPolicies: readonly Policy[] | Unread;
  readonly accessPolicies: readonly Policy[] | Unread;
}

const known = new WeakMap<AwsServices, Promise<Policies>>();

/** All policies of the region, read once for all collections. */
function policiesOf(services: AwsServices): Promise<Policies> {
  const policies = known.get(services) ?? readPolicies(services);
  known.set(services, policies);
  return policies;
}

async function readPolicies({ openSearchServerless: aoss }: AwsServices): Promise<Policies> {
  const [network, access] = await Promise.all([
    aoss.partList('ListSecurityPolicies', { type: 'network', maxResults: 100 }, 'securityPolicySummaries'),
    aoss.partList('ListAccessPolicies', { type: 'data', maxResults: 100 }, 'accessPolicySummaries'),
  ]);
  const networkPolicies = isUnread(network)
    ? network
    : await each(network, (name) =>
        aoss.part(
          'GetSecurityPolicy',
          { type: 'network', name },
          (reply) => reply.securityPolicyDetail?.policy,
        ),
      );
  const accessPolicies = isUnread(access)
    ? access
    : await each(access, (name) =>
        aoss.part('GetAccessPolicy', { type: 'data', name }, (reply) => reply.accessPolicyDetail?.policy),
      );
  return { networkPolicies, accessPolicies };
}

/** The documents by name; where one was not read, none can be matched. */
async function each(
  summaries: readonly { readonly name?: string | undefined }[],
  read: (name: string) => Promise<Json | Unread | undefined>,
): Promise<readonly Policy[] | Unread> {
  const policies: Policy[] = [];
  for (const { name } of summaries) {
    const policy = name ? await read(name) : undefined;
    if (isUnread(policy)) return policy;
    if (policy !== undefined) policies.push({ name, policy });
  }
  return policies;
}

/** Whether a rule of the policy names the collection, as in `collection/logs-*`. */
function names(policy: Json, collectionName: string): boolean {
  const blocks = Array.isArray(policy) ? policy : [policy];
  return blocks
    .flatMap((block) => (isObject(block) && Array.isArray(block['Rules']) ? block['Rules'] : []))
    .flatMap((rule) => (isObject(rule) && Array.isArray(rule['Resource']) ? rule['Resource'] : []))
    .some((resource) => {
      const [, pattern = ''] = String(resource).split('/');
      return fits(collectionName, pattern);
    });
}
