import type { Asset } from '#shared/model/asset.ts';
import type { AccessIndex } from './access-index.ts';
import { awsAccess } from './aws/index.ts';
import { azureAccess } from './azure/index.ts';
import { gcpAccess } from './gcp/index.ts';
import { joinAccess } from './join.ts';

/** Who may do what in all three clouds, out of one inventory. */
export const estateAccess = (assets: readonly Asset[]): AccessIndex =>
  joinAccess({ aws: awsAccess(assets), azure: azureAccess(assets), gcp: gcpAccess(assets) });
