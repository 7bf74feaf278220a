import type { RestOperation } from '../operation.ts';

/** A GET of a Google API; `permission` is the IAM permission in Google's own spelling. */
export function googleGet(
  permission: string,
  url: `https://${string}`,
  id: string = permission,
): RestOperation {
  return { id, permission, method: 'GET', url };
}

/** A GET whose reply holds a list under `items`; an empty list is left out of the reply (AIP-158). */
export const googleList = (permission: string, url: `https://${string}`, items: string): RestOperation => ({
  ...googleGet(permission, url),
  items,
  absentIsEmpty: true,
});
