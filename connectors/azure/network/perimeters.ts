import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { RestReader } from '../../rest.ts';
import { idOf } from '../identity.ts';
import { armList } from '../operation.ts';

const TYPE = 'Microsoft.Network/networkSecurityPerimeters';
/** https://learn.microsoft.com/rest/api/network-security-perimeter */
const API_VERSION = '2024-07-01';

const listPerimeters = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const listAssociations = armList(
  `${TYPE}/resourceAssociations/list`,
  `${TYPE}/resourceAssociations/read`,
  '{+perimeter}/resourceAssociations',
  API_VERSION,
);

export const perimeterLookups = [listPerimeters, listAssociations];

/** Says of a resource whether a perimeter holds it, or which list does not let us say. */
export type PerimeterMembership = (resource: string) => boolean | Unread;

/**
 * Which resources the perimeters of a subscription hold: nothing in a resource itself says so. What a perimeter of
 * another subscription holds is not seen.
 */
export async function perimeterMembership(
  arm: RestReader,
  subscription: string,
): Promise<PerimeterMembership> {
  const perimeters = await arm.partList(listPerimeters, { subscription });
  if (isUnread(perimeters)) return () => perimeters;
  const lists = await Promise.all(
    perimeters.map((perimeter) => arm.partList(listAssociations, { perimeter: idOf(perimeter) })),
  );
  const held = new Set(lists.flatMap((list) => (isUnread(list) ? [] : list.map(associatedResource))));
  const unread = lists.find(isUnread);
  return (resource) => held.has(resource.toLowerCase()) || (unread ?? false);
}

/** NspAssociationProperties.privateLinkResource: the resource that is associated. */
function associatedResource({ properties }: JsonObject): string {
  const associated = isObject(properties) ? properties['privateLinkResource'] : undefined;
  return isObject(associated) ? idOf(associated).toLowerCase() : '';
}
