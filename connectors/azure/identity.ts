import type { Identity } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';

/** Every ARM resource says who it is; an empty id tells the frame that this one did not. */
export function armIdentity({ id, name }: JsonObject): Identity {
  return { id: typeof id === 'string' ? id : '', name: typeof name === 'string' ? name : '' };
}
