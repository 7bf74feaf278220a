import { isKeptPermission } from '#shared/assets/gcp/kept-permissions.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';
import type { RestReader } from '../../rest.ts';
import { resourceNameOf } from '../identity.ts';
import { googleGet } from '../operation.ts';

export const IAM = 'iam.googleapis.com';

/** Of Google's own and of an own one alike. */
export const getRole = googleGet('iam.roles.get', `https://${IAM}/v1/{+name}`);

/** `//iam.googleapis.com/roles/viewer`: one that Google defines, the same everywhere. */
export const isPredefined = (target: string): boolean =>
  /^\/\/iam\.googleapis\.com\/roles\/[\w.]+$/.test(target);

/** As a list gives a role, before its permissions are known. */
export const namedBy = (id: string): JsonObject => ({ name: resourceNameOf(id) });

/** The whole definition, as far as it is kept. Own roles are listed with their permissions, those of Google are not. */
export async function definitionOf(google: RestReader, role: JsonObject): Promise<JsonObject> {
  const name = String(role['name']);
  const whole = name.startsWith('roles/') ? await google.get(getRole, { name }) : role;
  const { includedPermissions } = whole;
  // What is no list of permissions stays as it came: it must not read as a role without any.
  return Array.isArray(includedPermissions)
    ? { ...whole, includedPermissions: includedPermissions.filter(isKept) }
    : whole;
}

const isKept = (permission: Json): boolean => typeof permission !== 'string' || isKeptPermission(permission);
