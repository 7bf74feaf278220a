import type { JsonObject } from '#shared/model/json.ts';
import type { Content, GcpState } from './routes.ts';

/** Types that Cloud Asset Inventory of this estate knows, by the collection that their names are of. */
export const TYPES: Readonly<Record<string, string>> = {
  engines: 'discoveryengine.googleapis.com/Engine',
  models: 'aiplatform.googleapis.com/Model',
  endpoints: 'aiplatform.googleapis.com/Endpoint',
  customJobs: 'aiplatform.googleapis.com/CustomJob',
  hyperparameterTuningJobs: 'aiplatform.googleapis.com/HyperparameterTuningJob',
  batchPredictionJobs: 'aiplatform.googleapis.com/BatchPredictionJob',
  trainingPipelines: 'aiplatform.googleapis.com/TrainingPipeline',
  pipelineJobs: 'aiplatform.googleapis.com/PipelineJob',
  datasets: 'aiplatform.googleapis.com/Dataset',
  indexes: 'aiplatform.googleapis.com/Index',
  indexEndpoints: 'aiplatform.googleapis.com/IndexEndpoint',
  metadataStores: 'aiplatform.googleapis.com/MetadataStore',
  modelDeploymentMonitoringJobs: 'aiplatform.googleapis.com/ModelDeploymentMonitoringJob',
  cachedContents: 'aiplatform.googleapis.com/CachedContent',
  featurestores: 'aiplatform.googleapis.com/Featurestore',
  featureGroups: 'aiplatform.googleapis.com/FeatureGroup',
  featureOnlineStores: 'aiplatform.googleapis.com/FeatureOnlineStore',
  notebookRuntimes: 'aiplatform.googleapis.com/NotebookRuntime',
  notebookRuntimeTemplates: 'aiplatform.googleapis.com/NotebookRuntimeTemplate',
  reasoningEngines: 'aiplatform.googleapis.com/ReasoningEngine',
  schedules: 'aiplatform.googleapis.com/Schedule',
  tensorboards: 'aiplatform.googleapis.com/Tensorboard',
  tuningJobs: 'aiplatform.googleapis.com/TuningJob',
};

/** What ListAssets of a project answers; nothing where it is asked for a type that it does not know. */
export function inventoryOf(
  state: GcpState,
  project: string,
  contentType: 'RESOURCE' | 'IAM_POLICY',
  assetTypes: readonly string[],
): Content | undefined {
  const known = new Set(Object.values(TYPES));
  if (assetTypes.some((type) => !known.has(type))) return undefined;
  const collections = Object.entries(state.projects[project]?.collections ?? {});
  const elements = collections.flatMap(([path, resources]) => {
    const assetType = TYPES[path.slice(path.lastIndexOf('/') + 1)];
    return assetType !== undefined && assetTypes.includes(assetType)
      ? resources.map((resource) => ({ assetType, resource }))
      : [];
  });
  return {
    key: 'assets',
    elements: elements.flatMap(({ assetType, resource }): JsonObject[] => {
      const { iamPolicy, ...content } = resource;
      const [host] = assetType.split('/');
      const asset = { name: `//${host}/${String(resource['name'])}`, assetType };
      if (contentType === 'RESOURCE') return [{ ...asset, resource: { version: 'v1', data: content } }];
      return iamPolicy === undefined ? [] : [{ ...asset, iamPolicy }];
    }),
  };
}
