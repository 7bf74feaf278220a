import type { Capability, CapabilityClass } from './capability.ts';

const ACCOUNT = 'azure.cognitive-services.account';
const DEPLOYMENT = 'azure.cognitive-services.deployment';
const PROJECT = 'azure.cognitive-services.project';
const CONTENT_FILTER = 'azure.cognitive-services.rai-policy';
const BLOCK_LIST = 'azure.cognitive-services.rai-blocklist';
const APPLICATION = 'azure.cognitive-services.agent-application';
const FOUNDRY_CONNECTION = 'azure.cognitive-services.connection';
const WORKSPACE = 'azure.machine-learning.workspace';
const COMPUTE = 'azure.machine-learning.compute';
const CONNECTION = 'azure.machine-learning.connection';
const DATASTORE = 'azure.machine-learning.datastore';
const ENVIRONMENT = 'azure.machine-learning.environment-version';
const MODEL = 'azure.machine-learning.model';
const MODEL_VERSION = 'azure.machine-learning.model-version';
const ONLINE_ENDPOINT = 'azure.machine-learning.online-endpoint';
const ONLINE_DEPLOYMENT = 'azure.machine-learning.online-deployment';
const BATCH_ENDPOINT = 'azure.machine-learning.batch-endpoint';
const BATCH_DEPLOYMENT = 'azure.machine-learning.batch-deployment';
const ML_REGISTRY = 'azure.machine-learning.registry';
const SCHEDULE = 'azure.machine-learning.schedule';
const OUTBOUND_RULE = 'azure.machine-learning.outbound-rule';
const SEARCH = 'azure.search.service';
const STORAGE = 'azure.storage.account';
const REGISTRY = 'azure.container-registry.registry';
const VAULT = 'azure.key-vault.vault';
const IDENTITY = 'azure.managed-identity.user-assigned-identity';

/** Permissions of one class on assets of one type, below a common beginning. */
const on = (
  type: string,
  of: CapabilityClass,
  beginning: string,
  ...operations: readonly string[]
): Capability[] =>
  operations.map((operation) => ({ permission: `${beginning}/${operation}`, class: of, on: [type] }));

const ML = 'Microsoft.MachineLearningServices/workspaces';
const AI = 'Microsoft.CognitiveServices/accounts';
const INDEXES = 'Microsoft.Search/searchServices';
const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const FILES = 'Microsoft.Storage/storageAccounts/fileServices/fileshares/files';

/**
 * What a permission of Azure gives. What has no asset of its own, such as versions of data, is asked of what it is in:
 * a role at the workspace is a role for all that is in it.
 */
export const AZURE: readonly Capability[] = [
  ...on(ONLINE_ENDPOINT, 'invoke', `${ML}/onlineEndpoints`, 'score/action', 'token/action'),
  ...on(BATCH_ENDPOINT, 'invoke', `${ML}/batchEndpoints`, 'jobs/write'),
  ...on(BATCH_DEPLOYMENT, 'invoke', `${ML}/batchEndpoints/deployments`, 'jobs/write'),

  ...on(MODEL_VERSION, 'read_exfil', `${ML}/models`, 'versions/read'),
  ...on(MODEL, 'read_exfil', `${ML}/models`, 'package/action'),
  ...on(
    WORKSPACE,
    'read_exfil',
    ML,
    'data/versions/read',
    'datasets/registered/preview/read',
    'metadata/artifacts/read',
    'metadata/snapshots/read',
    'notebooks/storage/read',
    'notebooks/storage/download/action',
    'labeling/export/action',
  ),
  ...on(ML_REGISTRY, 'read_exfil', 'Microsoft.MachineLearningServices/registries', 'assets/read'),

  ...on(MODEL, 'modify_poison', `${ML}/models`, 'write'),
  ...on(MODEL_VERSION, 'modify_poison', `${ML}/models`, 'versions/write'),
  ...on(ENVIRONMENT, 'modify_poison', `${ML}/environments`, 'versions/write'),
  ...on(DATASTORE, 'modify_poison', ML, 'datastores/write'),
  ...on(CONNECTION, 'modify_poison', ML, 'connections/write'),
  ...on(
    WORKSPACE,
    'modify_poison',
    ML,
    'data/write',
    'data/versions/write',
    'datasets/registered/write',
    'labeling/labels/write',
    'codes/versions/write',
    'components/versions/write',
    'metadata/artifacts/write',
    'metadata/snapshots/write',
    'notebooks/storage/write',
    'notebooks/storage/upload/action',
    'endpoints/pipelines/write',
    'featuresets/write',
  ),
  ...on(
    ML_REGISTRY,
    'modify_poison',
    'Microsoft.MachineLearningServices/registries',
    'assets/write',
    'assets/stage/write',
  ),

  ...on(
    WORKSPACE,
    'exec_code',
    ML,
    'jobs/write',
    'experiments/runs/submit/action',
    'environments/build/action',
    'notebooks/vm/write',
  ),
  ...on(ONLINE_ENDPOINT, 'exec_code', `${ML}/onlineEndpoints`, 'write'),
  ...on(ONLINE_DEPLOYMENT, 'exec_code', `${ML}/onlineEndpoints`, 'deployments/write'),
  ...on(BATCH_DEPLOYMENT, 'exec_code', `${ML}/batchEndpoints`, 'deployments/write'),
  ...on(COMPUTE, 'exec_code', `${ML}/computes`, 'write', 'applicationaccess/action', 'start/action'),
  ...on(SCHEDULE, 'exec_code', `${ML}/schedules`, 'write'),

  ...on(
    WORKSPACE,
    'credential_access',
    ML,
    'listKeys/action',
    'listStorageAccountKeys/action',
    'metadata/secrets/read',
    'listNotebookAccessToken/read',
    'listNotebookKeys/read',
  ),
  ...on(CONNECTION, 'credential_access', `${ML}/connections`, 'listsecrets/action'),
  ...on(DATASTORE, 'credential_access', `${ML}/datastores`, 'listsecrets/action'),
  ...on(COMPUTE, 'credential_access', `${ML}/computes`, 'listKeys/action', 'listNodes/action'),
  ...on(
    ONLINE_ENDPOINT,
    'credential_access',
    `${ML}/onlineEndpoints`,
    'listKeys/action',
    'regenerateKeys/action',
  ),
  ...on(BATCH_ENDPOINT, 'credential_access', `${ML}/batchEndpoints`, 'listKeys/action'),
  ...on(ENVIRONMENT, 'credential_access', `${ML}/environments`, 'readSecrets/action'),

  ...on(WORKSPACE, 'pass_role', ML, 'write', 'hubs/write'),

  ...on(
    WORKSPACE,
    'admin',
    ML,
    'write',
    'delete',
    'hubs/policies/write',
    'privateEndpointConnectionsApproval/action',
  ),
  ...on(OUTBOUND_RULE, 'admin', `${ML}/managedNetworks`, 'outboundRules/write'),

  ...on(
    ACCOUNT,
    'invoke',
    AI,
    'OpenAI/deployments/chat/completions/action',
    'OpenAI/deployments/completions/action',
    'OpenAI/deployments/embeddings/action',
    'OpenAI/deployments/realtime/action',
    'OpenAI/images/generations/action',
    'OpenAI/responses/write',
    'AIServices/responses/write',
    'MaaS/chat/completions/action',
  ),
  ...on(APPLICATION, 'invoke', AI, 'AIServices/endpoints/interact/action'),

  ...on(DEPLOYMENT, 'read_exfil', AI, 'deployments/read'),
  ...on(
    ACCOUNT,
    'read_exfil',
    AI,
    'OpenAI/stored-completions/read',
    'OpenAI/assistants/read',
    'OpenAI/responses/read',
    'OpenAI/files/read',
    'OpenAI/fine-tunes/read',
    'AIServices/agents/read',
    'AIServices/assets/read',
  ),

  ...on(DEPLOYMENT, 'modify_poison', AI, 'deployments/write'),
  ...on(PROJECT, 'modify_poison', AI, 'projects/write'),
  ...on(CONTENT_FILTER, 'modify_poison', AI, 'raiPolicies/write'),
  ...on(
    ACCOUNT,
    'modify_poison',
    AI,
    'OpenAI/assistants/write',
    'OpenAI/fine-tunes/write',
    'OpenAI/fine-tunes-deployments/write',
    'OpenAI/files/import/action',
    'AIServices/fine_tuning_deployments/write',
  ),

  ...on(ACCOUNT, 'credential_access', AI, 'listKeys/action', 'regenerateKey/action'),
  ...on(
    ACCOUNT,
    'credential_access',
    AI,
    'SpeechServices/issuetoken/action',
    'QnAMaker/endpointkeys/read',
    'AIServices/agents/endpoints/UserIdentityImpersonation/action',
  ),
  ...on(
    FOUNDRY_CONNECTION,
    'credential_access',
    AI,
    'connections/listsecrets/action',
    'projects/connections/listsecrets/action',
  ),

  ...on(ACCOUNT, 'admin', AI, 'write', 'delete'),

  ...on(CONTENT_FILTER, 'evade', AI, 'raiPolicies/write', 'raiPolicies/delete'),
  ...on(BLOCK_LIST, 'evade', AI, 'raiBlocklists/delete'),
  ...on(
    ACCOUNT,
    'evade',
    AI,
    'defenderForAISettings/write',
    'defenderForAISettings/delete',
    'providers/Microsoft.Insights/diagnosticSettings/write',
  ),

  ...on(SEARCH, 'invoke', INDEXES, 'indexes/documents/read'),
  ...on(
    SEARCH,
    'read_exfil',
    INDEXES,
    'indexes/documents/read',
    'indexes/contentSecurity/elevatedOperations/read',
    'listQueryKeys/action',
    'createQueryKey/action',
  ),
  ...on(SEARCH, 'modify_poison', INDEXES, 'indexes/write', 'indexes/documents/write', 'write'),
  ...on(SEARCH, 'credential_access', INDEXES, 'listAdminKeys/action', 'regenerateAdminKey/action'),
  ...on(SEARCH, 'admin', INDEXES, 'write', 'delete'),

  ...on(STORAGE, 'read_exfil', BLOBS, 'read'),
  ...on(STORAGE, 'modify_poison', BLOBS, 'write'),
  ...on(STORAGE, 'modify_poison', FILES, 'write'),
  ...on(STORAGE, 'credential_access', 'Microsoft.Storage/storageAccounts', 'listKeys/action'),
  ...on(REGISTRY, 'read_exfil', 'Microsoft.ContainerRegistry/registries', 'pull/read'),
  ...on(REGISTRY, 'modify_poison', 'Microsoft.ContainerRegistry/registries', 'push/write'),
  ...on(VAULT, 'credential_access', 'Microsoft.KeyVault/vaults', 'secrets/getSecret/action'),
  ...on(
    IDENTITY,
    'credential_access',
    'Microsoft.ManagedIdentity/userAssignedIdentities',
    'federatedIdentityCredentials/write',
  ),
  ...on(IDENTITY, 'pass_role', 'Microsoft.ManagedIdentity/userAssignedIdentities', 'assign/action'),

  {
    permission: 'Microsoft.Authorization/roleAssignments/write',
    class: 'admin',
    on: [WORKSPACE, ACCOUNT, SEARCH, STORAGE, REGISTRY, VAULT, IDENTITY],
  },
  // Of the whole directory: a Global Administrator makes themselves User Access Administrator of all subscriptions.
  { permission: 'Microsoft.Authorization/elevateAccess/action', class: 'admin', on: [] },
];
