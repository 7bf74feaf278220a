import { isUnread, type Unread } from '#shared/model/coverage.ts';
import type { Json } from '#shared/model/json.ts';
import type { AwsServices } from '../services.ts';
import { at, distinct, listOf } from './arns.ts';

/** One list of the region's models for all assets that a connector reads. */
const asked = new WeakMap<AwsServices, Promise<Json | Unread | undefined>>();

/**
 * Of the models that are named by id, by ARN or by a cross-region inference profile, those that the region lists,
 * with their lifecycle. Nothing is asked where none is named.
 */
export async function listedModels(
  services: AwsServices,
  named: readonly unknown[],
): Promise<Json[] | Unread> {
  const ids = new Set(distinct(named).map(modelIdOf));
  if (ids.size === 0) return [];
  const list =
    asked.get(services) ??
    services.bedrock.part('ListFoundationModels', {}, ({ modelSummaries = [] }) =>
      modelSummaries.map(({ modelId, modelLifecycle }) => ({ modelId, modelLifecycle })),
    );
  asked.set(services, list);
  const models = await list;
  if (isUnread(models)) return models;
  return listOf(models).filter((model) => ids.has(String(at(model, 'modelId'))));
}

/** `arn:…:inference-profile/eu.anthropic.claude-…` → `anthropic.claude-…` */
export const modelIdOf = (model: string): string =>
  model
    .slice(model.lastIndexOf('/') + 1)
    .replace(/^(?:us|us-gov|eu|apac|ap|jp|au|ca|sa|me|il|global)\.(?=[a-z0-9-]+\.)/, '');
