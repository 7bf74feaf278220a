import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';

/** Bedrock takes an id or an ARN wherever it wants to know which; asset ids are always the ARN. */
export function bedrockArn(scope: Scope, type: string, idOrArn: unknown): string | undefined {
  if (typeof idOrArn !== 'string' || idOrArn === '') return undefined;
  return idOrArn.startsWith('arn:') ? idOrArn : arnIn(scope, 'bedrock', `${type}/${idOrArn}`);
}
