import type { Identity } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';

/** The full resource name, `//aiplatform.googleapis.com/projects/…`, as Cloud Asset Inventory writes it. */
export function googleIdentity(host: string, { name, displayName }: JsonObject): Identity {
  if (typeof name !== 'string') return { id: '', name: '' };
  return { id: `//${host}/${name}`, name: typeof displayName === 'string' ? displayName : name };
}

/** The part after the host of a full resource name. */
export const resourceNameOf = (id: string): string => id.replace(/^\/\/[^/]+\//, '');
