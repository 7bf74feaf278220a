import type { Identity } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';

/** Every ARM resource says who it is; an empty id tells the frame that this one did not. */
export function armIdentity({ id, name }: JsonObject): Identity {
  return { id: idOf({ id }), name: typeof name === 'string' ? name : '' };
}

/** The ARM id of a resource, or an empty text. */
export const idOf = ({ id }: JsonObject): string => (typeof id === 'string' ? id : '');

/** The ARM id of what a resource is a child of: `…/accounts/a` for `…/accounts/a/deployments/d`. */
export const parentOf = (id: unknown): string | undefined =>
  typeof id === 'string' ? /^(.+)\/[^/]+\/[^/]+$/.exec(id)?.[1] : undefined;
