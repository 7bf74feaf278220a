import type { FoundationModelSummary } from '@aws-sdk/client-bedrock';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { asValue } from '../../parts.ts';
import { awsOperation } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { distinct } from './arns.ts';

export const listFoundationModels = awsOperation('bedrock:ListFoundationModels');

/** The models that the region offers: one call, whoever asks. */
export async function regionModels({
  bedrock,
  once,
}: AwsServices): Promise<FoundationModelSummary[] | Unread> {
  const listed = once(listFoundationModels, () => bedrock('ListFoundationModels', {}));
  const answer = await asValue(listed);
  return isUnread(answer) ? answer : (answer?.modelSummaries ?? []);
}

type ListedModel = Pick<FoundationModelSummary, 'modelId' | 'modelLifecycle'>;

/**
 * Of the models that are named by id, by ARN or by a cross-region inference profile, those that the region lists,
 * with their lifecycle. Nothing is asked where none is named.
 */
export async function listedModels(
  services: AwsServices,
  named: readonly unknown[],
): Promise<ListedModel[] | Unread> {
  const ids = new Set(distinct(named).map(modelIdOf));
  if (ids.size === 0) return [];
  const models = await regionModels(services);
  if (isUnread(models)) return models;
  return models.flatMap(({ modelId, modelLifecycle }) =>
    modelId !== undefined && ids.has(modelId) ? [{ modelId, modelLifecycle }] : [],
  );
}

/** `arn:…:inference-profile/eu.anthropic.claude-…` → `anthropic.claude-…` */
export const modelIdOf = (model: string): string =>
  model
    .slice(model.lastIndexOf('/') + 1)
    .replace(/^(?:us|us-gov|eu|apac|ap|jp|au|ca|sa|me|il|global)\.(?=[a-z0-9-]+\.)/, '');
