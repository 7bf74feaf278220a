import { holdsProjects, servesModels } from '#connectors/azure/cognitive-services/kinds.ts';
import { hasManagedNetwork } from '#connectors/azure/machine-learning/managed-networks.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { type Provider, type Scope, scopeKey } from '#shared/model/scope.ts';
import { pageSizesOf } from './page-sizes.ts';

/** Calls of one operation: how many an ideal scanner needs. */
export type Calls = Readonly<Record<string, number>>;

/**
 * The fewest calls that read the fields on which our checks decide: every list in pages as large as the service
 * allows, and one more call only for what no list returns. Where a service has an operation that reads many
 * assets at once, it counts as used: SageMaker's Search, GetAccountAuthorizationDetails, and the tagging API in
 * place of a tag call per asset. Resource Graph and Cloud Asset Inventory give no calls to spare: whether a
 * field that they leave out was absent is not documented, so a verdict needs the service's own answer.
 *
 * Of AWS the operations are reckoned that read SageMaker, Bedrock and what they rest on; those of the services
 * that are asked only where something hints at AI are counted in the accounts of `large-accounts.ts`, which have
 * a budget of calls.
 *
 * Tokens are not counted. `scopes` are those that were planned: an empty one costs its lists all the same.
 */
export function leastCalls(scopes: readonly Scope[], assets: readonly Asset[]): Record<Provider, Calls> {
  const byScope = Map.groupBy(assets, ({ scope }) => scopeKey(scope));
  const least: Record<Provider, Record<string, number>> = { aws: {}, azure: {}, gcp: {} };
  for (const scope of scopes) {
    const inScope = new Contents(byScope.get(scopeKey(scope)) ?? []);
    const needed = { aws: awsCalls, azure: azureCalls, gcp: googleCalls }[scope.provider](inScope, scope);
    const sum = least[scope.provider];
    for (const [operation, calls] of Object.entries(needed)) sum[operation] = (sum[operation] ?? 0) + calls;
  }
  return least;
}

export const total = (calls: Calls): number => Object.values(calls).reduce((sum, each) => sum + each, 0);

class Contents {
  readonly #byType: ReadonlyMap<string, readonly Asset[]>;

  constructor(assets: readonly Asset[]) {
    this.#byType = Map.groupBy(assets, ({ type }) => type);
  }

  of(...types: readonly string[]): Asset[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  count(...types: readonly string[]): number {
    return this.of(...types).length;
  }
}

const pages = (operation: string, elements: number): number =>
  Math.max(1, Math.ceil(elements / pageSizesOf(operation).most));

const sizeOf = (list: Json | undefined): number => (Array.isArray(list) ? list.length : 0);

/** A report for each principal whose policies name an AI service: nothing tells of several at once. */
function lastAccessedCalls(principals: readonly Asset[]): Calls {
  const reported = principals.filter(({ config }) => config['LastAccessed'] !== undefined).length;
  return {
    'iam:GenerateServiceLastAccessedDetails': reported,
    'iam:GetServiceLastAccessedDetails': reported,
  };
}

/** `reference/cspm-peers.md`, 4.1, for the asset types that we read. */
function awsCalls(held: Contents, { region }: Scope): Calls {
  if (region === 'global')
    return {
      'iam:GetAccountAuthorizationDetails': pages(
        'iam:GetAccountAuthorizationDetails',
        held.count('aws.iam.role', 'aws.iam.user'),
      ),
      'iam:ListServiceSpecificCredentials': 1,
      ...lastAccessedCalls(held.of('aws.iam.role', 'aws.iam.user')),
    };
  const agents = held.of('aws.bedrock.agent');
  const bases = held.of('aws.bedrock.knowledge-base');
  const models = held.of('aws.bedrock.custom-model');
  const buckets = held.count('aws.s3.bucket');
  const list = (operation: string, type: string) => ({ [operation]: pages(operation, held.count(type)) });
  const withTags = held.count(
    'aws.sagemaker.notebook-instance',
    'aws.sagemaker.domain',
    'aws.bedrock.guardrail',
    'aws.bedrock.agent',
    'aws.bedrock.knowledge-base',
    'aws.bedrock.custom-model',
    'aws.s3.bucket',
  );
  return {
    ...list('sagemaker:ListNotebookInstances', 'aws.sagemaker.notebook-instance'),
    'sagemaker:DescribeNotebookInstance': held.count('aws.sagemaker.notebook-instance'),
    ...list('sagemaker:ListDomains', 'aws.sagemaker.domain'),
    'sagemaker:DescribeDomain': held.count('aws.sagemaker.domain'),
    ...list('sagemaker:ListEndpointConfigs', 'aws.sagemaker.endpoint-config'),
    'sagemaker:DescribeEndpointConfig': held.count('aws.sagemaker.endpoint-config'),
    'sagemaker:Search': ['model', 'endpoint', 'training-job'].reduce(
      (sum, kind) => sum + pages('sagemaker:Search', held.count(`aws.sagemaker.${kind}`)),
      0,
    ),
    ...list('bedrock:ListGuardrails', 'aws.bedrock.guardrail'),
    'bedrock:GetGuardrail': held.count('aws.bedrock.guardrail'),
    ...list('bedrock:ListCustomModels', 'aws.bedrock.custom-model'),
    'bedrock:GetCustomModel': models.length,
    'bedrock:GetModelCustomizationJob': models.filter(({ config }) => config['jobArn'] !== undefined).length,
    'bedrock:GetModelInvocationLoggingConfiguration': 1,
    ...list('bedrock-agent:ListAgents', 'aws.bedrock.agent'),
    'bedrock-agent:GetAgent': agents.length,
    'bedrock-agent:ListAgentAliases': agents.length,
    'bedrock-agent:GetAgentVersion': agents.reduce(
      (sum, { config }) => sum + sizeOf(config['agentVersions']),
      0,
    ),
    ...list('bedrock-agent:ListKnowledgeBases', 'aws.bedrock.knowledge-base'),
    'bedrock-agent:GetKnowledgeBase': bases.length,
    'bedrock-agent:ListDataSources': bases.length,
    'bedrock-agent:GetDataSource': bases.reduce((sum, { config }) => sum + sizeOf(config['dataSources']), 0),
    ...list('s3:ListBuckets', 'aws.s3.bucket'),
    's3:GetBucketPolicy': buckets,
    's3:GetBucketPolicyStatus': buckets,
    's3:GetPublicAccessBlock': buckets,
    's3:GetBucketEncryption': buckets,
    's3:GetBucketVersioning': buckets,
    's3:GetBucketOwnershipControls': buckets,
    'tag:GetResources': Math.ceil(withTags / pageSizesOf('tag:GetResources').most),
  };
}

/** `reference/azure-gcp.md`, section 2, for the asset types that we read. */
function azureCalls(held: Contents): Calls {
  const ml = 'Microsoft.MachineLearningServices/workspaces';
  const ai = 'Microsoft.CognitiveServices/accounts';
  const accounts = held.count('azure.cognitive-services.account');
  const serving = held.of('azure.cognitive-services.account').filter(({ config }) => servesModels(config));
  const projects = held.of('azure.cognitive-services.project');
  const workspaces = held.count('azure.machine-learning.workspace');
  const assignments = held.of('azure.authorization.role-assignment');
  const roles = new Set(
    assignments.map(({ config: { properties } }) =>
      isObject(properties) ? String(properties['roleDefinitionId']).toLowerCase() : '',
    ),
  );
  const list = (operation: string, elements: number) => ({ [operation]: pages(operation, elements) });
  return {
    ...list(`${ai}/list`, accounts),
    [`${ai}/deployments/list`]: serving.length,
    [`${ai}/raiPolicies/list`]: serving.length,
    [`${ai}/defenderForAISettings/list`]: serving.length,
    [`${ai}/connections/list`]: serving.length,
    [`${ai}/projects/list`]: serving.filter(({ config }) => holdsProjects(config)).length,
    [`${ai}/projects/connections/list`]: projects.length,
    [`${ai}/projects/capabilityHosts/list`]: projects.length,
    [`${ai}/capabilityHosts/list`]: new Set(projects.map(accountOf)).size,
    [`${ai}/projects/applications/list`]: projects.filter(hasAgents).length,
    [`${ai}/raiBlocklists/list`]: new Set(held.of('azure.cognitive-services.rai-blocklist').map(accountOf))
      .size,
    'Microsoft.CognitiveServices/locations/models/list': regionsOfDeployments(held),
    'Microsoft.Network/networkSecurityPerimeters/list': Math.min(1, accounts),
    'Microsoft.Security/pricings/list': Math.min(1, serving.length),
    ...list(`${ml}/list`, workspaces),
    // Resource Graph tells which workspaces have one.
    [`${ml}/onlineEndpoints/list`]: new Set(
      held
        .of('azure.machine-learning.online-endpoint')
        .map(({ id }) => id.replace(/\/onlineEndpoints\/.*/i, '')),
    ).size,
    [`${ml}/onlineEndpoints/deployments/list`]: held.count('azure.machine-learning.online-endpoint'),
    [`${ml}/computes/list`]: workspaces,
    [`${ml}/connections/list`]: workspaces,
    [`${ml}/datastores/list`]: workspaces,
    [`${ml}/jobs/list`]: workspaces,
    [`${ml}/models/list`]: workspaces,
    [`${ml}/schedules/list`]: workspaces,
    [`${ml}/outboundRules/list`]: held
      .of('azure.machine-learning.workspace')
      .filter(({ config }) => hasManagedNetwork(config)).length,
    'Microsoft.Authorization/policyAssignments/list': Math.min(1, workspaces),
    'Microsoft.Insights/diagnosticSettings/list': accounts + workspaces,
    ...list('Microsoft.Authorization/roleAssignments/list', assignments.length),
    ...list('Microsoft.Authorization/roleDefinitions/list', roles.size),
  };
}

const accountOf = ({ id }: Asset): string => /^.+?\/accounts\/[^/]+/i.exec(id)?.[0].toLowerCase() ?? id;

function hasAgents({ config: { properties, capabilityHosts } }: Asset): boolean {
  return sizeOf(capabilityHosts) > 0 || (isObject(properties) && properties['agentIdentity'] !== undefined);
}

/** One list of models for each region in which a model is deployed. */
function regionsOfDeployments(held: Contents): number {
  const deployedIn = new Set(held.of('azure.cognitive-services.deployment').map(accountOf));
  const regions = held
    .of('azure.cognitive-services.account')
    .flatMap((account) => (deployedIn.has(accountOf(account)) ? [account.config['location']] : []));
  return new Set(regions).size;
}

/** The lists of Vertex AI, Workbench and Storage are whole; a bucket's policy is a call of its own. */
function googleCalls(held: Contents, { region }: Scope): Calls {
  const list = (operation: string, type: string) => ({ [operation]: pages(operation, held.count(type)) });
  if (region !== 'global')
    return {
      ...list('aiplatform.models.list', 'gcp.vertex.model'),
      ...list('aiplatform.endpoints.list', 'gcp.vertex.endpoint'),
      ...list('aiplatform.customJobs.list', 'gcp.vertex.custom-job'),
    };
  return {
    ...list('notebooks.instances.list', 'gcp.workbench.instance'),
    'resourcemanager.projects.getIamPolicy': held.count('gcp.resource-manager.project-policy'),
    ...list('storage.buckets.list', 'gcp.storage.bucket'),
    'storage.buckets.getIamPolicy': held.count('gcp.storage.bucket'),
  };
}

/** Why we call more often than would be enough, by operation; what has no reason here is a defect. */
export const REASONS: Readonly<Record<string, string>> = {
  's3:GetBucketTagging':
    'a call per bucket, where the tagging API would give a hundred at once; it is not used for buckets yet',
  'tag:GetResources': 'one list, of its own pages, for each type that has tags',
  'bedrock:ListGuardrails':
    'one more per guardrail: only the list of its versions tells the newest published one; the draft is not what runs',
  'bedrock:GetGuardrail':
    "one more per agent: the guardrail version that the agent's live version names, which may not be the newest",
  'sagemaker:Search':
    'one search for each type that is searched, where only those of three types are counted',
  'iam:GenerateServiceLastAccessedDetails':
    'at most a hundred roles and a hundred users are asked for in a scan',
  'iam:GetServiceLastAccessedDetails': 'at most a hundred roles and a hundred users are asked for in a scan',
  'aiplatform.customJobs.list':
    'of the jobs of one cause all are listed, and only the latest is kept and counted',
  'sts:AssumeRole': 'not counted in the least: to enter an account',
  'sts:GetCallerIdentity': 'not counted in the least: to know the home account',
};
