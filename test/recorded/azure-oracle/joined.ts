import type { Asset } from '#shared/model/asset.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';

/** A type that only Azure Policy knows, and which it joins from what Resource Manager keeps apart. */
interface JoinedType {
  readonly type: string;
  /** The asset type of which there is one for each. */
  readonly of: string;
  /** What the policy sees, or nothing where a part of it was not read. */
  readonly join: (asset: Asset, resolve: Resolve) => JsonObject | undefined;
}

/** The aliases say which fields they are: `raiPolicy.contentFilters[*].name` is that of the deployment’s filter. */
export const JOINED: readonly JoinedType[] = [
  {
    type: 'Microsoft.CognitiveServices.Data/accounts/deployments',
    of: 'azure.cognitive-services.deployment',
    join: ({ config, relations }, resolve) => {
      const { properties } = config;
      if (!isObject(properties) || !properties['raiPolicyName']) return { properties };
      const filter = relations.find(({ kind }) => kind === 'guarded-by');
      const guard = filter && resolve(filter.target);
      return guard && { properties: { ...properties, raiPolicy: guard.config['properties'] } };
    },
  },
  {
    type: 'Microsoft.MachineLearningServices.v2.Data/workspaces/deployments',
    of: 'azure.machine-learning.online-deployment',
    join: ({ config: { properties } }) => {
      const assetId = isObject(properties) ? properties['model'] : undefined;
      if (typeof assetId !== 'string') return { properties: {} };
      const registryName = /^azureml:\/\/registries\/([^/]+)\//i.exec(assetId)?.[1];
      return { properties: { model: { assetId, ...(registryName ? { registryName } : {}) } } };
    },
  },
];
