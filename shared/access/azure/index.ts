import type { Asset } from '#shared/model/asset.ts';
import type { AccessIndex } from '../access-index.ts';
import { NOBODY } from '../principal-sets.ts';

export const azureAccess = (_assets: readonly Asset[]): AccessIndex => ({
  principals: [],
  unread: [],
  holders: () => NOBODY,
  decide: () => ({ access: 'no', because: [] }),
  administrators: () => new Uint32Array(0),
});
