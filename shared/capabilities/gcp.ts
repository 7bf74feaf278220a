import type { Capability, CapabilityClass } from './capability.ts';

const ENDPOINT = 'gcp.vertex.endpoint';
const AGENT = 'gcp.vertex.reasoning-engine';
const EXTENSION = 'gcp.vertex.extension';
const CORPUS = 'gcp.vertex.rag-corpus';
const INDEX_ENDPOINT = 'gcp.vertex.index-endpoint';
const MODEL = 'gcp.vertex.model';
const DATASET = 'gcp.vertex.dataset';
const FEATURESTORE = 'gcp.vertex.featurestore';
const ONLINE_STORE = 'gcp.vertex.feature-online-store';
const CACHE = 'gcp.vertex.cached-content';
const TENSORBOARD = 'gcp.vertex.tensorboard';
const INDEX = 'gcp.vertex.index';
const RUNTIME = 'gcp.vertex.notebook-runtime';
const TEMPLATE = 'gcp.vertex.notebook-runtime-template';
const SCHEDULE = 'gcp.vertex.schedule';
const MONITORING = 'gcp.vertex.model-monitoring-job';
const FLOOR = 'gcp.modelarmor.floor-setting';
const ARMOR = 'gcp.modelarmor.template';
const WORKBENCH = 'gcp.workbench.instance';
const ENGINE = 'gcp.discoveryengine.engine';
const DATA_STORE = 'gcp.discoveryengine.data-store';
const CONVERSATION = 'gcp.dialogflow.agent';
const BUCKET = 'gcp.storage.bucket';
const IMAGES = 'gcp.artifactregistry.repository';
const ACCOUNT = 'gcp.iam.service-account';
const ROLE = 'gcp.iam.role';
const PROJECT = 'gcp.resource-manager.project-policy';
const SINKS = 'gcp.logging.sinks';

/** Permissions of one class on assets of one type. */
const on = (type: string, of: CapabilityClass, ...permissions: readonly string[]): Capability[] =>
  permissions.map((permission) => ({ permission, class: of, on: [type] }));

/** Permissions that are asked of the project, for what is to be created or is no asset here. */
const inProject = (of: CapabilityClass, ...permissions: readonly string[]): Capability[] =>
  permissions.map((permission) => ({ permission, class: of, on: [] }));

/** Each is in at least one of Google's predefined roles (role definitions as of 2026-08, iann0036/iam-dataset, MIT). */
export const GCP: readonly Capability[] = [
  ...on(ENDPOINT, 'invoke', 'aiplatform.endpoints.predict', 'aiplatform.endpoints.explain'),
  ...on(ENDPOINT, 'modify_poison', 'aiplatform.endpoints.update', 'aiplatform.endpoints.deploy'),
  ...on(ENDPOINT, 'exec_code', 'aiplatform.endpoints.deploy'),
  ...on(ENDPOINT, 'admin', 'aiplatform.endpoints.setIamPolicy'),
  ...on(
    AGENT,
    'invoke',
    'aiplatform.reasoningEngines.query',
    'aiplatform.reasoningEngineRuntimeRevisions.query',
    'aiplatform.sessions.run',
  ),
  ...on(
    AGENT,
    'read_exfil',
    'aiplatform.memories.get',
    'aiplatform.memories.list',
    'aiplatform.memories.retrieve',
    'aiplatform.sessions.get',
    'aiplatform.sessionEvents.list',
  ),
  ...on(
    AGENT,
    'modify_poison',
    'aiplatform.memories.create',
    'aiplatform.memories.update',
    'aiplatform.memories.generate',
    'aiplatform.memoryRevisions.rollback',
    'aiplatform.sessionEvents.append',
    'aiplatform.reasoningEngines.update',
  ),
  ...on(
    AGENT,
    'exec_code',
    'aiplatform.reasoningEngines.update',
    'aiplatform.sandboxEnvironments.create',
    'aiplatform.sandboxEnvironments.execute',
  ),
  ...on(AGENT, 'admin', 'aiplatform.reasoningEngines.setIamPolicy'),
  ...on(EXTENSION, 'invoke', 'aiplatform.extensions.execute'),
  ...on(EXTENSION, 'modify_poison', 'aiplatform.extensions.update'),
  ...on(CORPUS, 'invoke', 'aiplatform.ragCorpora.query'),
  ...on(CORPUS, 'read_exfil', 'aiplatform.ragFiles.get'),
  ...on(
    CORPUS,
    'modify_poison',
    'aiplatform.ragFiles.upload',
    'aiplatform.ragFiles.import',
    'aiplatform.ragFiles.delete',
    'aiplatform.ragCorpora.update',
  ),
  ...on(INDEX_ENDPOINT, 'invoke', 'aiplatform.indexEndpoints.queryVectors'),
  ...on(INDEX_ENDPOINT, 'modify_poison', 'aiplatform.indexEndpoints.deploy'),
  ...on(MODEL, 'read_exfil', 'aiplatform.models.export'),
  ...on(MODEL, 'modify_poison', 'aiplatform.models.update'),
  ...on(DATASET, 'read_exfil', 'aiplatform.datasets.export'),
  ...on(
    DATASET,
    'modify_poison',
    'aiplatform.datasets.import',
    'aiplatform.datasets.update',
    'aiplatform.dataItems.update',
    'aiplatform.annotations.update',
  ),
  ...on(
    FEATURESTORE,
    'read_exfil',
    'aiplatform.featurestores.exportFeatures',
    'aiplatform.featurestores.readFeatures',
    'aiplatform.featurestores.batchReadFeatureValues',
    'aiplatform.entityTypes.exportFeatureValues',
    'aiplatform.entityTypes.readFeatureValues',
  ),
  ...on(
    FEATURESTORE,
    'modify_poison',
    'aiplatform.featurestores.writeFeatures',
    'aiplatform.featurestores.importFeatures',
    'aiplatform.entityTypes.writeFeatureValues',
  ),
  ...on(
    FEATURESTORE,
    'admin',
    'aiplatform.featurestores.setIamPolicy',
    'aiplatform.entityTypes.setIamPolicy',
  ),
  ...on(ONLINE_STORE, 'read_exfil', 'aiplatform.featureViews.fetchFeatureValues'),
  ...on(ONLINE_STORE, 'modify_poison', 'aiplatform.featureViews.directWrite'),
  ...on(
    ONLINE_STORE,
    'admin',
    'aiplatform.featureOnlineStores.setIamPolicy',
    'aiplatform.featureViews.setIamPolicy',
  ),
  ...on(CACHE, 'read_exfil', 'aiplatform.cachedContents.get'),
  ...on(CACHE, 'modify_poison', 'aiplatform.cachedContents.update'),
  ...on(TENSORBOARD, 'read_exfil', 'aiplatform.tensorboardTimeSeries.read'),
  ...on(INDEX, 'modify_poison', 'aiplatform.indexes.update'),
  ...on(RUNTIME, 'exec_code', 'aiplatform.notebookRuntimes.start'),
  ...on(TEMPLATE, 'admin', 'aiplatform.notebookRuntimeTemplates.setIamPolicy'),
  ...on(SCHEDULE, 'exec_code', 'aiplatform.schedules.update'),
  ...on(MONITORING, 'evade', 'aiplatform.modelDeploymentMonitoringJobs.pause'),
  ...on(FLOOR, 'evade', 'modelarmor.floorSettings.update'),
  ...on(ARMOR, 'evade', 'modelarmor.templates.update', 'modelarmor.templates.delete'),
  ...on(
    WORKBENCH,
    'exec_code',
    'notebooks.instances.update',
    'notebooks.instances.updateConfig',
    'notebooks.instances.use',
    'notebooks.instances.start',
  ),
  ...on(WORKBENCH, 'read_exfil', 'notebooks.instances.diagnose'),
  ...on(WORKBENCH, 'admin', 'notebooks.instances.setIamPolicy'),
  ...on(ENGINE, 'invoke', 'discoveryengine.servingConfigs.search', 'discoveryengine.servingConfigs.answer'),
  ...on(DATA_STORE, 'read_exfil', 'discoveryengine.documents.get', 'discoveryengine.documents.list'),
  ...on(
    DATA_STORE,
    'modify_poison',
    'discoveryengine.documents.import',
    'discoveryengine.documents.update',
    'discoveryengine.dataStores.update',
  ),
  ...on(CONVERSATION, 'invoke', 'dialogflow.sessions.detectIntent'),
  ...on(CONVERSATION, 'read_exfil', 'dialogflow.agents.export'),
  ...on(
    CONVERSATION,
    'modify_poison',
    'dialogflow.agents.update',
    'dialogflow.agents.import',
    'dialogflow.webhooks.update',
    'dialogflow.tools.update',
  ),
  ...on(BUCKET, 'read_exfil', 'storage.objects.get'),
  ...on(
    BUCKET,
    'modify_poison',
    'storage.objects.create',
    'storage.objects.delete',
    'storage.objects.update',
  ),
  ...on(BUCKET, 'admin', 'storage.buckets.setIamPolicy'),
  ...on(IMAGES, 'read_exfil', 'artifactregistry.repositories.downloadArtifacts'),
  ...on(
    IMAGES,
    'modify_poison',
    'artifactregistry.repositories.uploadArtifacts',
    'artifactregistry.tags.update',
  ),
  ...on(IMAGES, 'admin', 'artifactregistry.repositories.setIamPolicy'),
  ...on(ACCOUNT, 'pass_role', 'iam.serviceAccounts.actAs'),
  ...on(
    ACCOUNT,
    'credential_access',
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccounts.signBlob',
    'iam.serviceAccounts.signJwt',
    'iam.serviceAccounts.implicitDelegation',
    'iam.serviceAccounts.getOpenIdToken',
    'iam.serviceAccountKeys.create',
  ),
  ...on(ACCOUNT, 'admin', 'iam.serviceAccounts.setIamPolicy'),
  ...on(ROLE, 'admin', 'iam.roles.update'),
  ...on(PROJECT, 'admin', 'resourcemanager.projects.setIamPolicy'),
  ...on(PROJECT, 'evade', 'resourcemanager.projects.setIamPolicy'),
  ...on(SINKS, 'evade', 'logging.sinks.update', 'logging.sinks.delete'),
  ...inProject(
    'invoke',
    'aiplatform.batchPredictionJobs.create',
    'aiplatform.evaluationRuns.execute',
    'ces.sessions.runSession',
    'geminidataanalytics.dataAgents.chat',
  ),
  ...inProject(
    'read_exfil',
    'aiplatform.exampleStores.readExample',
    'aiplatform.analyzedSessions.get',
    'aiplatform.edgeDeviceDebugInfo.get',
    'notebooks.runtimes.diagnose',
    'ces.apps.export',
    'vectorsearch.dataObjects.query',
    'vectorsearch.dataObjects.search',
    'bigquery.tables.getData',
  ),
  ...inProject(
    'modify_poison',
    'aiplatform.models.upload',
    'aiplatform.extensions.import',
    'aiplatform.exampleStores.writeExample',
    'aiplatform.agents.update',
    'aiplatform.tuningJobs.create',
    'aiplatform.deploymentResourcePools.update',
    'ces.tools.update',
    'ces.agents.update',
    'ces.apps.import',
    'vectorsearch.dataObjects.create',
    'vectorsearch.dataObjects.update',
    'vectorsearch.dataObjects.import',
    'vectorsearch.dataObjects.delete',
    'agentregistry.services.update',
    'agentregistry.skills.update',
    'agentregistry.bindings.update',
    'agentregistry.skillRevisions.create',
    'bigquery.tables.updateData',
  ),
  ...inProject(
    'exec_code',
    'aiplatform.customJobs.create',
    'aiplatform.hyperparameterTuningJobs.create',
    'aiplatform.trainingPipelines.create',
    'aiplatform.pipelineJobs.create',
    'aiplatform.schedules.create',
    'aiplatform.batchPredictionJobs.create',
    'aiplatform.notebookExecutionJobs.create',
    'aiplatform.notebookRuntimes.assign',
    'aiplatform.persistentResources.create',
    'aiplatform.reasoningEngines.create',
    'aiplatform.nasJobs.create',
    'aiplatform.tuningJobs.create',
    'notebooks.instances.create',
    'notebooks.runtimes.create',
    'notebooks.runtimes.update',
    'notebooks.schedules.create',
    'notebooks.executions.create',
    'ces.tools.execute',
  ),
  ...inProject(
    'credential_access',
    'agentidentity.authProviders.retrieveCredentials',
    'secretmanager.versions.access',
    'storage.hmacKeys.create',
    'apikeys.keys.create',
  ),
  ...inProject(
    'admin',
    'aiplatform.featureGroups.setIamPolicy',
    'notebooks.runtimes.setIamPolicy',
    'notebooks.schedules.setIamPolicy',
    'geminidataanalytics.dataAgents.setIamPolicy',
    'orgpolicy.policy.set',
  ),
  ...inProject(
    'evade',
    'aiplatform.semanticGovernancePolicies.delete',
    'aiplatform.semanticGovernancePolicies.update',
    'aiplatform.semanticGovernancePolicyEngine.update',
    'aiplatform.monitoredAgents.disable',
    'aiplatform.modelMonitors.delete',
    'aiplatform.consents.update',
    'ces.guardrails.delete',
    'ces.guardrails.update',
    'ces.securitySettings.update',
  ),
];
