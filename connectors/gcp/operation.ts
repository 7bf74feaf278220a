import type { RestOperation } from '../operation.ts';

/** A GET of a Google API; `permission` is the IAM permission in Google's own spelling. */
export function googleGet(
  permission: string,
  url: `https://${string}`,
  id: string = permission,
): RestOperation {
  return { id, permission, method: 'GET', url };
}

/** A GET whose reply holds a list under `items`; an empty list is left out of the reply (ProtoJSON). */
export const googleList = (
  permission: string,
  url: `https://${string}`,
  items: string,
  id: string = permission,
): RestOperation => ({ ...googleGet(permission, url, id), items, absentIsEmpty: true });

/** A question that Google wants asked with POST, such as `:getIamPolicy`; some services want it without a body. */
export const googlePost = (permission: string, url: `https://${string}`, body?: object): RestOperation => ({
  id: permission,
  permission,
  method: 'POST',
  url,
  ...(body ? { body: JSON.stringify(body) } : {}),
});
