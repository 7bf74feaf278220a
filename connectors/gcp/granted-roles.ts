import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../connector.ts';
import { fullName } from './identity.ts';
import { objectsAt } from './reply.ts';

/** The roles that the bindings of a policy grant, each once. */
export function grantedRoles(policy: Json | undefined): (Relation | undefined)[] {
  if (!isObject(policy)) return [];
  const roles = new Set(objectsAt(policy, 'bindings').map((binding) => binding['role']));
  return [...roles].map((role) => relation('grants', fullName('iam.googleapis.com', role)));
}
