import type { RestOperation } from '../operation.ts';
import { ARM } from './dialect.ts';

/**
 * A GET of Azure Resource Manager. `path` starts with `/subscriptions/{subscription}` or, under a parent,
 * with `{+parent}`, the parent's ARM id.
 */
export function armGet(id: string, permission: string, path: string, apiVersion: string): RestOperation {
  return { id, permission, method: 'GET', url: `${ARM}${path}?api-version=${apiVersion}` };
}

/** A GET whose reply is a list under `value`. */
export const armList = (...address: Parameters<typeof armGet>): RestOperation => ({
  ...armGet(...address),
  items: 'value',
});
