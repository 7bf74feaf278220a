import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { CoverageRecorder, ReadFailure } from '../coverage.ts';
import type { RestOperation } from '../operation.ts';
import type { RestReader } from '../rest.ts';
import { once } from './once.ts';
import { googleList } from './operation.ts';

const ASSETS = 'https://cloudasset.googleapis.com/v1/projects/{project}/assets?pageSize=1000';

/** ListAssets, google/cloud/asset/v1/asset_service.proto: pages hold at most 1,000. */
const listResources = googleList(
  'cloudasset.assets.listResource',
  `${ASSETS}&contentType=RESOURCE{+types}`,
  'assets',
);
const listPolicies = googleList(
  'cloudasset.assets.listIamPolicy',
  `${ASSETS}&contentType=IAM_POLICY{+types}`,
  'assets',
);

/** What the inventory is asked with: for permissions, and for who counts the calls. */
export const inventoryOperations = { resources: listResources, policies: listPolicies };

/**
 * Types that a page of Google names: the permissions of roles/cloudasset.viewer, and the release notes of Vertex AI
 * of 2024-05-03 and of Agent Builder of 2024-05-14. Asking for a type that the inventory does not know is refused
 * as a whole, so that others are asked for apart.
 */
const DOCUMENTED = new Set([
  'discoveryengine.googleapis.com/Engine',
  ...[
    'BatchPredictionJob',
    'CustomJob',
    'Dataset',
    'Endpoint',
    'HyperparameterTuningJob',
    'Index',
    'IndexEndpoint',
    'MetadataStore',
    'Model',
    'ModelDeploymentMonitoringJob',
    'PipelineJob',
    'TrainingPipeline',
  ].map((kind) => `aiplatform.googleapis.com/${kind}`),
]);

export interface AssetInventory {
  /**
   * The resources of one type as their own API gives them; `undefined` where the inventory may not be read, does
   * not know the type, or was cut short.
   */
  resources(type: string | undefined, recorder: CoverageRecorder): Promise<readonly JsonObject[] | undefined>;
  /** The IAM policy of a resource of a type, by its full name, if the inventory has one. */
  policyOf(type: string, fullName: string, recorder: CoverageRecorder): Promise<JsonObject | undefined>;
}

/** Where one asset is read again: what changed a moment ago is not in the inventory yet. */
export const noInventory: AssetInventory = {
  resources: async () => undefined,
  policyOf: async () => undefined,
};

export interface AssetInventoryOptions {
  /** Of one project. */
  readonly scope: Scope;
  readonly resourceTypes: readonly string[];
  readonly policyTypes: readonly string[];
  readonly readerFor: (recorder: CoverageRecorder) => RestReader;
  /** Whether a resource is worth keeping: a project may hold half a million jobs of the past. */
  readonly keep: (type: string, resource: JsonObject) => boolean;
}

/** Cloud Asset Inventory of one project, read at most once, and only when it is first asked. */
export function assetInventory(options: AssetInventoryOptions): AssetInventory {
  const { scope, resourceTypes, policyTypes, readerFor, keep } = options;
  let isOff = false;
  const resources = readings(listResources, resourceTypes, async (types, recorder) => {
    const grouped = new Map<string, JsonObject[]>(types.map((type) => [type, []]));
    for await (const asset of assetsOf(listResources, types, recorder)) {
      const type = String(asset['assetType']);
      const resource = contentOf(asset);
      if (resource && keep(type, resource)) grouped.get(type)?.push(resource);
    }
    return grouped;
  });
  const policies = readings(listPolicies, policyTypes, async (types, recorder) => {
    const byName = new Map<string, JsonObject>();
    for await (const { name, iamPolicy } of assetsOf(listPolicies, types, recorder))
      if (typeof name === 'string' && isObject(iamPolicy)) byName.set(withoutProject(name), iamPolicy);
    return byName;
  });

  /** What the inventory has of the documented types, and of the others, each read once. */
  function readings<Value>(
    operation: RestOperation,
    types: readonly string[],
    read: (some: readonly string[], recorder: CoverageRecorder) => Promise<ReadonlyMap<string, Value>>,
  ) {
    const [documented, reported] = [true, false].map((isDocumented) =>
      types.filter((type) => DOCUMENTED.has(type) === isDocumented),
    ) as [string[], string[]];
    const ofDocumented = once((recorder) => unlessCut(documented, recorder));
    const ofReported = once(async (recorder) => {
      // Where the one is refused, the other would be too.
      if (!(await ofDocumented(recorder))) return undefined;
      const own = new CoverageRecorder(scope);
      const found = await unlessCut(reported, own);
      const isUnknown = own.records().every(({ detail }) => detail === 'HTTP 400');
      if (found || !isUnknown) recorder.merge(own);
      // Not a gap: these types are asked for at their own service instead.
      else recorder.note(operation, 'complete', 'some types are not in the inventory');
      return found;
    });

    /** Nothing of a reading that broke off is used: what is missing could be taken for gone. */
    async function unlessCut(some: readonly string[], recorder: CoverageRecorder) {
      if (some.length === 0) return new Map<string, Value>();
      if (isOff) return undefined;
      try {
        return await read(some, recorder);
      } catch (error) {
        if (!(error instanceof ReadFailure)) throw error;
        isOff = error.outcome === 'unavailable';
        return undefined;
      }
    }

    return async (type: string, recorder: CoverageRecorder) => {
      if (!types.includes(type)) return undefined;
      return (DOCUMENTED.has(type) ? ofDocumented : ofReported)(recorder);
    };
  }

  function assetsOf(operation: RestOperation, types: readonly string[], recorder: CoverageRecorder) {
    const assetTypes = types.map((type) => `&assetTypes=${type}`).join('');
    return readerFor(recorder).list(operation, { project: scope.account, types: assetTypes });
  }

  return {
    resources: async (type, recorder) =>
      type === undefined ? undefined : (await resources(type, recorder))?.get(type),
    policyOf: async (type, fullName, recorder) =>
      (await policies(type, recorder))?.get(withoutProject(fullName)),
  };
}

/** The resource as its own API gives it, under its own name. */
function contentOf({ name, resource }: JsonObject): JsonObject | undefined {
  const content = isObject(resource) ? resource['data'] : undefined;
  if (!isObject(content)) return undefined;
  if (typeof content['name'] === 'string' || typeof name !== 'string') return content;
  return { ...content, name: name.replace(/^\/\/[^/]+\//, '') };
}

/** A project is named by its number in one place and by its id in another; here there is but one. */
const withoutProject = (fullName: string): string => fullName.replace(/\/projects\/[^/]+\//, '/projects/-/');
