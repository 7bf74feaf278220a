import type { PolicySummary } from '@aws-sdk/client-organizations';
import { organization } from '#shared/assets/aws/organizations.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import { asValue } from '../../parts.ts';
import { parseArn, partitionOf } from '../arn.ts';
import { answered } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const AI_POLICIES = ['AISERVICES_OPT_OUT_POLICY', 'BEDROCK_POLICY'] as const;

/**
 * The organization, read in its management account: elsewhere its policies are not to be had, and an account that
 * is in none has nothing to read.
 */
export default awsConnector<JsonObject>(organization, {
  isSetting: true,
  operations: {
    list: awsOperations('organizations:DescribeOrganization'),
    read: awsOperations(
      'organizations:ListPolicies',
      'organizations:DescribePolicy',
      'organizations:ListTargetsForPolicy',
    ),
    parts: {
      Roots: awsOperation('organizations:ListRoots'),
      accounts: awsOperation('organizations:ListAccounts'),
    },
  },
  events: ['CreateOrganization', 'CreatePolicy', 'UpdatePolicy'],
  withoutEvents: {
    delete: 'what tells of a policy that was detached or deleted does not name the organization',
  },
  async *list(services, reading) {
    const found = await managedHere(services, reading);
    if (found) yield found;
  },
  identify: ({ Arn, Id }) => ({ id: String(Arn ?? ''), name: String(Id ?? '') }),
  async read(services, summary) {
    const [Roots, accounts] = await Promise.all([
      services.organizations.partList('ListRoots', {}, 'Roots'),
      accountsOf(services),
    ]);
    return { ...summary, Roots, accounts, ...(await policiesUnder(summary['FeatureSet'], services)) };
  },
  find: (services, _id, reading) => managedHere(services, reading),
  affected: (event, { scope: { region } }) => {
    const named =
      answered(event, 'organization', 'arn') ?? answered(event, 'policy', 'policySummary', 'arn') ?? '';
    const { account, resource = '' } = parseArn(named) ?? {};
    const id = /(?:^|\/)(o-[a-z0-9]+)/.exec(resource)?.[1];
    return account && id && `arn:${partitionOf(region)}:organizations::${account}:organization/${id}`;
  },
});

async function managedHere(
  { organizations }: AwsServices,
  { scope }: Pick<Reading, 'scope'>,
): Promise<JsonObject | undefined> {
  const described = await organizations.part(
    'DescribeOrganization',
    {},
    // The address of the management account’s owner is nobody’s business here.
    ({ Organization }) => ({ ...Organization, MasterAccountEmail: undefined }),
    ['AWSOrganizationsNotInUseException'],
  );
  return isObject(described) && !isUnread(described) && described['MasterAccountId'] === scope.account
    ? described
    : undefined;
}

/**
 * Where in the organization each account is, whose policies it is under. Names and addresses of owners are nobody’s
 * business here.
 */
async function accountsOf({ organizations }: AwsServices) {
  const accounts = await organizations.partList('ListAccounts', { MaxResults: 20 }, 'Accounts');
  return isUnread(accounts) ? accounts : accounts.map(({ Id, State, Paths }) => ({ Id, State, Paths }));
}

type ReadPolicy = PolicySummary & { readonly Content: Json | undefined; readonly Targets?: object[] };

interface Policies {
  /** Every policy that is about AI, and the service control policies that speak of Bedrock. */
  readonly policies: readonly ReadPolicy[];
  /** All of them, the one that AWS attaches too: where it was detached, only what others allow is allowed. */
  readonly serviceControlPolicies: readonly ReadPolicy[];
  readonly resourceControlPolicies: readonly ReadPolicy[] | Unread;
}

/** With consolidated billing alone there are no policies; of a set of features that nobody knows, none is claimed. */
async function policiesUnder(
  features: Json | undefined,
  services: AwsServices,
): Promise<Policies | undefined> {
  if (features === 'CONSOLIDATED_BILLING')
    return { policies: [], serviceControlPolicies: [], resourceControlPolicies: [] };
  if (features !== 'ALL') return undefined;
  const aboutAi: ReadPolicy[] = [];
  for (const type of AI_POLICIES) aboutAi.push(...(await whole(services, listed(services, type))));
  const serviceControlPolicies = await whole(services, listed(services, 'SERVICE_CONTROL_POLICY'));
  const policies = [...aboutAi, ...serviceControlPolicies.filter(speaksOfBedrock)];
  return { policies, serviceControlPolicies, resourceControlPolicies: await resourceControls(services) };
}

/**
 * Those that people wrote. AWS’s own allows everything and cannot be detached from anything. Partitions that have no
 * such policies refuse to list them.
 * Source: AWS Organizations User Guide, “Resource control policies (RCPs)”.
 */
async function resourceControls(services: AwsServices): Promise<readonly ReadPolicy[] | Unread> {
  const policies = await asValue(
    Array.fromAsync(listed(services, 'RESOURCE_CONTROL_POLICY')).then((all) =>
      whole(
        services,
        all.filter(({ AwsManaged }) => !AwsManaged),
      ),
    ),
  );
  return policies ?? [];
}

const speaksOfBedrock = ({ AwsManaged, Content }: ReadPolicy): boolean =>
  !AwsManaged && (JSON.stringify(Content) ?? '').toLowerCase().includes('bedrock:');

/** With their contents and what they are attached to. */
async function whole(
  services: AwsServices,
  summaries: Iterable<PolicySummary> | AsyncIterable<PolicySummary>,
): Promise<ReadPolicy[]> {
  const policies: ReadPolicy[] = [];
  for await (const policy of summaries)
    policies.push({
      ...policy,
      Content: decodedJson(await contentOf(services, policy)),
      Targets: await targetsOf(services, policy),
    });
  return policies;
}

const listed = (
  { organizations }: AwsServices,
  Filter: (typeof AI_POLICIES)[number] | 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
): AsyncIterable<PolicySummary> => organizations.list('ListPolicies', { Filter, MaxResults: 20 }, 'Policies');

const contentOf = async (
  { organizations }: AwsServices,
  { Id }: PolicySummary,
): Promise<string | undefined> => (await organizations('DescribePolicy', { PolicyId: Id })).Policy?.Content;

const targetsOf = ({ organizations }: AwsServices, { Id }: PolicySummary): Promise<object[]> =>
  Array.fromAsync(
    organizations.list('ListTargetsForPolicy', { PolicyId: Id, MaxResults: 20 }, 'Targets'),
    ({ TargetId, Type }) => ({ TargetId, Type }),
  );
