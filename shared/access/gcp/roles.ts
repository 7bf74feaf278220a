import type { CapabilityClass } from '#shared/capabilities/capability.ts';
import type { Judgement } from '../judgement.ts';
import { AI_ROLES } from './ai-roles.ts';
import { CLASSIFIED } from './classified-permissions.ts';

/** Roles of few permissions, whole, as https://cloud.google.com/iam/docs/roles-permissions lists them. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  'roles/iam.serviceAccountUser': [
    'iam.serviceAccounts.actAs',
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.list',
    'resourcemanager.projects.get',
    'resourcemanager.projects.list',
  ],
  'roles/iam.serviceAccountTokenCreator': [
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccounts.getOpenIdToken',
    'iam.serviceAccounts.implicitDelegation',
    'iam.serviceAccounts.list',
    'iam.serviceAccounts.signBlob',
    'iam.serviceAccounts.signJwt',
    'resourcemanager.projects.get',
    'resourcemanager.projects.list',
  ],
  'roles/iam.workloadIdentityUser': [
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccounts.getOpenIdToken',
    'iam.serviceAccounts.list',
  ],
  'roles/storage.objectViewer': [
    'resourcemanager.projects.get',
    'resourcemanager.projects.list',
    'storage.managedFolders.get',
    'storage.managedFolders.list',
    'storage.objects.get',
    'storage.objects.list',
  ],
  'roles/storage.objectCreator': [
    'orgpolicy.policy.get',
    'resourcemanager.projects.get',
    'resourcemanager.projects.list',
    'storage.managedFolders.create',
    'storage.multipartUploads.abort',
    'storage.multipartUploads.create',
    'storage.multipartUploads.listParts',
    'storage.objects.create',
  ],
  'roles/storage.objectAdmin': [
    'orgpolicy.policy.get',
    'resourcemanager.projects.get',
    'resourcemanager.projects.list',
    'storage.folders.create',
    'storage.folders.delete',
    'storage.folders.get',
    'storage.folders.list',
    'storage.folders.rename',
    'storage.managedFolders.create',
    'storage.managedFolders.delete',
    'storage.managedFolders.get',
    'storage.managedFolders.list',
    'storage.multipartUploads.abort',
    'storage.multipartUploads.create',
    'storage.multipartUploads.list',
    'storage.multipartUploads.listParts',
    'storage.objects.create',
    'storage.objects.delete',
    'storage.objects.get',
    'storage.objects.getIamPolicy',
    'storage.objects.list',
    'storage.objects.move',
    'storage.objects.overrideUnlockedRetention',
    'storage.objects.restore',
    'storage.objects.setIamPolicy',
    'storage.objects.setRetention',
    'storage.objects.update',
  ],
};

/** What roles/aiplatform.user has of the classified permissions, and with it the roles that have all that it has. */
const OF_VERTEX_USER: readonly string[] = [
  'agents.update',
  'annotations.update',
  'batchPredictionJobs.create',
  'cachedContents.get',
  'cachedContents.update',
  'customJobs.create',
  'dataItems.update',
  'datasets.export',
  'datasets.import',
  'datasets.update',
  'deploymentResourcePools.update',
  'edgeDeviceDebugInfo.get',
  'endpoints.deploy',
  'endpoints.explain',
  'endpoints.predict',
  'endpoints.update',
  'entityTypes.exportFeatureValues',
  'entityTypes.readFeatureValues',
  'entityTypes.writeFeatureValues',
  'extensions.execute',
  'extensions.import',
  'extensions.update',
  'featureViews.fetchFeatureValues',
  'featurestores.batchReadFeatureValues',
  'featurestores.exportFeatures',
  'featurestores.importFeatures',
  'featurestores.readFeatures',
  'featurestores.writeFeatures',
  'hyperparameterTuningJobs.create',
  'indexEndpoints.deploy',
  'indexEndpoints.queryVectors',
  'indexes.update',
  'models.export',
  'models.update',
  'models.upload',
  'nasJobs.create',
  'notebookExecutionJobs.create',
  'notebookRuntimes.assign',
  'notebookRuntimes.start',
  'pipelineJobs.create',
  'ragCorpora.query',
  'ragCorpora.update',
  'ragFiles.delete',
  'ragFiles.get',
  'ragFiles.import',
  'ragFiles.upload',
  'reasoningEngines.create',
  'reasoningEngines.query',
  'reasoningEngines.update',
  'schedules.create',
  'schedules.update',
  'sessions.get',
  'sessions.run',
  'tensorboardTimeSeries.read',
  'trainingPipelines.create',
  'tuningJobs.create',
  'endpoints.create',
].map((name) => `aiplatform.${name}`);

/** That the basic role of reading invokes models and reads what agents remember is its definition's own. */
const OF_BASIC_VIEWER: readonly string[] = [
  'endpoints.explain',
  'endpoints.predict',
  'featurestores.readFeatures',
  'memories.retrieve',
  'ragCorpora.query',
  'reasoningEngines.query',
  'sessions.get',
].map((name) => `aiplatform.${name}`);

const OF_VERTEX_VIEWER: readonly string[] = [
  'edgeDeviceDebugInfo.get',
  'featureViews.fetchFeatureValues',
  'indexEndpoints.queryVectors',
  'reasoningEngines.query',
  'sessions.get',
  'tensorboardTimeSeries.read',
].map((name) => `aiplatform.${name}`);

/** What a role has for sure of the permissions of Vertex AI. */
const SURE: Readonly<Record<string, readonly string[]>> = {
  'roles/aiplatform.admin': OF_VERTEX_USER,
  'roles/aiplatform.customCodeServiceAgent': ['aiplatform.customJobs.create', 'aiplatform.models.export'],
  'roles/aiplatform.editor': OF_VERTEX_USER,
  'roles/aiplatform.user': OF_VERTEX_USER,
  'roles/aiplatform.viewer': OF_VERTEX_VIEWER,
  'roles/editor': OF_VERTEX_USER,
  'roles/iam.dataScientist': ['aiplatform.customJobs.create'],
  'roles/owner': OF_VERTEX_USER,
  'roles/viewer': OF_BASIC_VIEWER,
};

/** The owner lacks nothing of the services themselves. */
const EVERYTHING_OF_OWNER = /^(?:aiplatform|notebooks)\./;

/**
 * Whether one of Google's roles has a permission, without its definition: known of the roles of AI and of a few small
 * ones, and otherwise open.
 */
export function googleRoleHas(role: string, permission: string): Judgement {
  const whole = WHOLE[role];
  if (whole) return whole.includes(permission);
  const open: Judgement = { conditions: [`${role} includes ${permission}`] };
  const known = AI_ROLES[role];
  if (SURE[role]?.includes(permission)) return true;
  if (!known) return open;
  if (role === 'roles/owner' && EVERYTHING_OF_OWNER.test(permission)) return true;
  if (known.substrate.includes(permission)) return true;
  const classified = classesOf(permission);
  if (classified.length === 0) return open;
  if (classified.some(({ service }) => service === 'substrate')) return false;
  return classified.some(({ service, of }) => known.classes[service]?.includes(of)) ? open : false;
}

interface Class {
  readonly service: string;
  readonly of: CapabilityClass;
}

const CLASSES_OF_PERMISSION = new Map<string, Class[]>();
for (const [service, classes] of Object.entries(CLASSIFIED))
  for (const [of, permissions] of Object.entries(classes) as [CapabilityClass, readonly string[]][])
    for (const permission of permissions) {
      const known = CLASSES_OF_PERMISSION.get(permission);
      if (known) known.push({ service, of });
      else CLASSES_OF_PERMISSION.set(permission, [{ service, of }]);
    }

const classesOf = (permission: string): readonly Class[] => CLASSES_OF_PERMISSION.get(permission) ?? [];

/** Whether anything is known of a role without its definition. */
export const isKnownRole = (role: string): boolean => role in WHOLE || role in AI_ROLES;
