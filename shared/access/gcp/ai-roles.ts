import type { CapabilityClass } from '#shared/capabilities/capability.ts';
import type { CLASSIFIED } from './classified-permissions.ts';

type Service = keyof typeof CLASSIFIED;

/** What is known of one of Google's roles without reading it. */
interface KnownRole {
  /** Of each service, the classes of which it has at least one permission. */
  readonly classes: Readonly<Partial<Record<Service, readonly CapabilityClass[]>>>;
  /** Of what AI stands on, the permissions that it has; of the others in that list it has none. */
  readonly substrate: readonly string[];
}

/**
 * Google's predefined roles that have a permission of AI beyond reading, out of all 2,461 (role definitions as of
 * 2026-08, collected by iann0036/iam-dataset, MIT).
 */
export const AI_ROLES: Readonly<Record<string, KnownRole>> = {
  'roles/agentidentity.user': {
    classes: { aiplatform: ['credential_access'] },
    substrate: [],
  },
  'roles/agentregistry.admin': {
    classes: { agentregistry: ['modify_poison'] },
    substrate: [],
  },
  'roles/agentregistry.editor': {
    classes: { agentregistry: ['modify_poison'] },
    substrate: [],
  },
  'roles/agentregistry.user': {
    classes: { agentregistry: ['modify_poison'] },
    substrate: [],
  },
  'roles/aiplatform.admin': {
    classes: { aiplatform: ['admin', 'evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.colabEnterpriseAdmin': {
    classes: { aiplatform: ['admin', 'exec_code'] },
    substrate: [],
  },
  'roles/aiplatform.colabEnterpriseUser': {
    classes: { aiplatform: ['exec_code'] },
    substrate: [],
  },
  'roles/aiplatform.colabServiceAgent': {
    classes: { aiplatform: ['exec_code'], notebooks: ['exec_code'] },
    substrate: ['iam.serviceAccounts.actAs'],
  },
  'roles/aiplatform.customCodeServiceAgent': {
    classes: { aiplatform: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [
      'artifactregistry.repositories.downloadArtifacts',
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'iam.serviceAccounts.getAccessToken',
      'iam.serviceAccounts.getOpenIdToken',
      'iam.serviceAccounts.implicitDelegation',
      'iam.serviceAccounts.signBlob',
      'iam.serviceAccounts.signJwt',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/aiplatform.editor': {
    classes: { aiplatform: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.entityTypeOwner': {
    classes: { aiplatform: ['admin', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.expressAdmin': {
    classes: { aiplatform: ['exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.expressUser': {
    classes: { aiplatform: ['exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.extensionServiceAgent': {
    classes: { aiplatform: ['invoke'], agents: ['invoke'] },
    substrate: [
      'iam.serviceAccounts.getAccessToken',
      'iam.serviceAccounts.getOpenIdToken',
      'storage.objects.get',
    ],
  },
  'roles/aiplatform.featurestoreAdmin': {
    classes: { aiplatform: ['admin', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.featurestoreDataWriter': {
    classes: { aiplatform: ['modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.featurestoreUser': {
    classes: { aiplatform: ['admin', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.memoryEditor': {
    classes: { aiplatform: ['modify_poison'] },
    substrate: [],
  },
  'roles/aiplatform.memoryUser': {
    classes: { aiplatform: ['modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.modelMonitoringServiceAgent': {
    classes: { aiplatform: ['exec_code', 'invoke'] },
    substrate: [
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/aiplatform.notebookExecutorUser': {
    classes: { aiplatform: ['exec_code'] },
    substrate: [],
  },
  'roles/aiplatform.notebookRuntimeAdmin': {
    classes: { aiplatform: ['admin', 'exec_code'] },
    substrate: [],
  },
  'roles/aiplatform.notebookRuntimeUser': {
    classes: { aiplatform: ['exec_code'] },
    substrate: [],
  },
  'roles/aiplatform.ragServiceAgent': {
    classes: {
      aiplatform: ['invoke', 'modify_poison', 'read_exfil'],
      vectorsearch: ['modify_poison', 'read_exfil'],
    },
    substrate: ['bigquery.tables.getData', 'bigquery.tables.updateData', 'storage.objects.get'],
  },
  'roles/aiplatform.rapidevalServiceAgent': {
    classes: { aiplatform: ['invoke'] },
    substrate: [],
  },
  'roles/aiplatform.reasoningEngineServiceAgent': {
    classes: { aiplatform: ['exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: ['storage.objects.get'],
  },
  'roles/aiplatform.serviceAgent': {
    classes: {
      aiplatform: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'],
      notebooks: ['exec_code'],
    },
    substrate: [
      'artifactregistry.repositories.downloadArtifacts',
      'artifactregistry.repositories.uploadArtifacts',
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'iam.serviceAccounts.actAs',
      'iam.serviceAccounts.getAccessToken',
      'iam.serviceAccounts.getOpenIdToken',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/aiplatform.sessionEditor': {
    classes: { aiplatform: ['modify_poison'] },
    substrate: [],
  },
  'roles/aiplatform.sessionUser': {
    classes: { aiplatform: ['modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.tuningServiceAgent': {
    classes: { aiplatform: ['exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/aiplatform.user': {
    classes: { aiplatform: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/aiplatform.viewer': {
    classes: { aiplatform: ['invoke', 'read_exfil'] },
    substrate: [],
  },
  'roles/aisandbox.serviceAgent': {
    classes: { aiplatform: ['invoke'] },
    substrate: [],
  },
  'roles/bigquery.studioAdmin': {
    classes: { aiplatform: ['admin', 'exec_code'], agents: ['admin', 'invoke'] },
    substrate: ['bigquery.tables.getData', 'bigquery.tables.updateData'],
  },
  'roles/bigquery.studioUser': {
    classes: { aiplatform: ['exec_code'] },
    substrate: [],
  },
  'roles/businessaicode.serviceAgent': {
    classes: { aiplatform: ['invoke'] },
    substrate: [],
  },
  'roles/ces.admin': {
    classes: { agents: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/ces.agentEditor': {
    classes: { agents: ['exec_code', 'invoke', 'modify_poison'] },
    substrate: [],
  },
  'roles/ces.appEditor': {
    classes: { agents: ['modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/ces.client': {
    classes: { agents: ['exec_code', 'invoke'] },
    substrate: [],
  },
  'roles/ces.evalsEditor': {
    classes: { agents: ['exec_code', 'invoke'] },
    substrate: [],
  },
  'roles/ces.guardrailsEditor': {
    classes: { agents: ['evade', 'exec_code', 'invoke'] },
    substrate: [],
  },
  'roles/ces.securitySettingsEditor': {
    classes: { agents: ['evade'] },
    substrate: [],
  },
  'roles/ces.serviceAgent': {
    classes: {
      aiplatform: ['invoke', 'modify_poison', 'read_exfil'],
      agents: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'],
    },
    substrate: [
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/ces.toolsEditor': {
    classes: { agents: ['exec_code', 'invoke', 'modify_poison'] },
    substrate: [],
  },
  'roles/contactcenterinsights.serviceAgent': {
    classes: { agents: ['invoke'] },
    substrate: [
      'bigquery.tables.updateData',
      'storage.objects.create',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/dialogflow.admin': {
    classes: { agents: ['invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/dialogflow.agentAssistClient': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/dialogflow.client': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/dialogflow.consoleAgentEditor': {
    classes: { agents: ['invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/dialogflow.consoleSimulatorUser': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/dialogflow.serviceAgent': {
    classes: { aiplatform: ['invoke'], agents: ['exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
    ],
  },
  'roles/dialogflow.webhookAdmin': {
    classes: { agents: ['modify_poison'] },
    substrate: [],
  },
  'roles/discoveryengine.admin': {
    classes: { agents: ['invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/discoveryengine.agentspaceAdmin': {
    classes: { agents: ['invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/discoveryengine.agentspaceEditor': {
    classes: { agents: ['invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/discoveryengine.agentspaceUser': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/discoveryengine.agentspaceViewer': {
    classes: { agents: ['invoke', 'read_exfil'] },
    substrate: [],
  },
  'roles/discoveryengine.editor': {
    classes: { agents: ['invoke', 'modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/discoveryengine.podcastApiUser': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/discoveryengine.serviceAgent': {
    classes: { aiplatform: ['exec_code', 'invoke', 'modify_poison'], agents: ['invoke'] },
    substrate: [
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'storage.buckets.setIamPolicy',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/discoveryengine.user': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/discoveryengine.viewer': {
    classes: { agents: ['invoke', 'read_exfil'] },
    substrate: [],
  },
  'roles/dlp.orgdriver': {
    classes: { aiplatform: ['invoke', 'read_exfil'] },
    substrate: ['bigquery.tables.getData', 'bigquery.tables.updateData', 'storage.objects.get'],
  },
  'roles/dlp.projectdriver': {
    classes: { aiplatform: ['invoke', 'read_exfil'] },
    substrate: ['bigquery.tables.getData', 'bigquery.tables.updateData', 'storage.objects.get'],
  },
  'roles/editor': {
    classes: {
      aiplatform: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'],
      notebooks: ['exec_code', 'read_exfil'],
      agents: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'],
      vectorsearch: ['modify_poison', 'read_exfil'],
      agentregistry: ['modify_poison'],
    },
    substrate: [
      'apikeys.keys.create',
      'artifactregistry.repositories.downloadArtifacts',
      'artifactregistry.repositories.uploadArtifacts',
      'artifactregistry.tags.update',
      'iam.serviceAccountKeys.create',
      'iam.serviceAccounts.actAs',
      'storage.hmacKeys.create',
    ],
  },
  'roles/firebaseml.serviceAgent': {
    classes: { aiplatform: ['invoke'] },
    substrate: [],
  },
  'roles/flow.serviceAgent': {
    classes: { aiplatform: ['invoke'] },
    substrate: [],
  },
  'roles/geminidataanalytics.admin': {
    classes: { agents: ['admin', 'invoke'] },
    substrate: [],
  },
  'roles/geminidataanalytics.dataAgentEditor': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/geminidataanalytics.dataAgentOwner': {
    classes: { agents: ['admin', 'invoke'] },
    substrate: [],
  },
  'roles/geminidataanalytics.dataAgentUser': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/geminidataanalytics.viewer': {
    classes: { agents: ['invoke'] },
    substrate: [],
  },
  'roles/iam.dataScientist': {
    classes: { aiplatform: ['evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [
      'artifactregistry.repositories.downloadArtifacts',
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'iam.serviceAccounts.actAs',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/iam.mlEngineer': {
    classes: { aiplatform: ['admin', 'evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/iam.securityAdmin': {
    classes: { aiplatform: ['admin', 'read_exfil'], notebooks: ['admin'], agents: ['admin', 'read_exfil'] },
    substrate: [
      'artifactregistry.repositories.setIamPolicy',
      'iam.serviceAccounts.setIamPolicy',
      'resourcemanager.projects.setIamPolicy',
      'storage.buckets.setIamPolicy',
    ],
  },
  'roles/iam.supportUser': {
    classes: {
      aiplatform: ['invoke', 'read_exfil'],
      agents: ['invoke', 'read_exfil'],
      vectorsearch: ['read_exfil'],
    },
    substrate: [
      'artifactregistry.repositories.downloadArtifacts',
      'bigquery.tables.getData',
      'storage.objects.get',
    ],
  },
  'roles/iamconnectors.user': {
    classes: { aiplatform: ['credential_access'] },
    substrate: [],
  },
  'roles/modelarmor.admin': {
    classes: { aiplatform: ['evade'] },
    substrate: [],
  },
  'roles/modelarmor.editor': {
    classes: { aiplatform: ['evade'] },
    substrate: [],
  },
  'roles/modelarmor.floorSettingsAdmin': {
    classes: { aiplatform: ['evade'] },
    substrate: [],
  },
  'roles/notebooks.admin': {
    classes: { aiplatform: ['exec_code'], notebooks: ['admin', 'exec_code', 'read_exfil'] },
    substrate: [],
  },
  'roles/notebooks.editor': {
    classes: { notebooks: ['exec_code', 'read_exfil'] },
    substrate: [],
  },
  'roles/notebooks.legacyAdmin': {
    classes: { notebooks: ['admin', 'exec_code', 'read_exfil'] },
    substrate: [],
  },
  'roles/notebooks.runner': {
    classes: { aiplatform: ['exec_code'], notebooks: ['exec_code'] },
    substrate: [],
  },
  'roles/notebooks.serviceAgent': {
    classes: { aiplatform: ['exec_code'], notebooks: ['admin', 'exec_code', 'read_exfil'] },
    substrate: ['iam.serviceAccounts.actAs', 'iam.serviceAccounts.getAccessToken'],
  },
  'roles/owner': {
    classes: {
      aiplatform: ['admin', 'evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'],
      notebooks: ['admin', 'exec_code', 'read_exfil'],
      agents: ['admin', 'evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'],
      vectorsearch: ['modify_poison', 'read_exfil'],
      agentregistry: ['modify_poison'],
    },
    substrate: [
      'apikeys.keys.create',
      'artifactregistry.repositories.downloadArtifacts',
      'artifactregistry.repositories.setIamPolicy',
      'artifactregistry.repositories.uploadArtifacts',
      'artifactregistry.tags.update',
      'iam.roles.update',
      'iam.serviceAccountKeys.create',
      'iam.serviceAccounts.actAs',
      'iam.serviceAccounts.setIamPolicy',
      'logging.sinks.delete',
      'logging.sinks.update',
      'resourcemanager.projects.setIamPolicy',
      'secretmanager.versions.access',
      'storage.hmacKeys.create',
    ],
  },
  'roles/seclm.serviceAgent': {
    classes: { aiplatform: ['invoke'], agents: ['invoke'] },
    substrate: [],
  },
  'roles/securitycenter.admin': {
    classes: { aiplatform: ['evade'] },
    substrate: ['artifactregistry.repositories.downloadArtifacts', 'iam.serviceAccountKeys.create'],
  },
  'roles/spanner.serviceAgent': {
    classes: { aiplatform: ['invoke'] },
    substrate: ['storage.objects.create', 'storage.objects.delete', 'storage.objects.get'],
  },
  'roles/vectorsearch.admin': {
    classes: { vectorsearch: ['modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/vectorsearch.dataObjectWriter': {
    classes: { vectorsearch: ['modify_poison', 'read_exfil'] },
    substrate: [],
  },
  'roles/vectorsearch.serviceAgent': {
    classes: { aiplatform: ['invoke'] },
    substrate: ['storage.objects.create', 'storage.objects.get'],
  },
  'roles/viewer': {
    classes: {
      aiplatform: ['invoke', 'read_exfil'],
      agents: ['invoke', 'read_exfil'],
      vectorsearch: ['read_exfil'],
    },
    substrate: ['artifactregistry.repositories.downloadArtifacts'],
  },
  'roles/visionai.serviceAgent': {
    classes: { aiplatform: ['invoke', 'read_exfil'] },
    substrate: [
      'bigquery.tables.getData',
      'bigquery.tables.updateData',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
  'roles/visualinspection.serviceAgent': {
    classes: { aiplatform: ['admin', 'evade', 'exec_code', 'invoke', 'modify_poison', 'read_exfil'] },
    substrate: [
      'artifactregistry.repositories.downloadArtifacts',
      'artifactregistry.repositories.setIamPolicy',
      'artifactregistry.repositories.uploadArtifacts',
      'artifactregistry.tags.update',
      'storage.buckets.setIamPolicy',
      'storage.objects.create',
      'storage.objects.delete',
      'storage.objects.get',
      'storage.objects.update',
    ],
  },
};
