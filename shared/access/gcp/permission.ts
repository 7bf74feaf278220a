/**
 * Deny policies spell permissions in the form of IAM v2, `aiplatform.googleapis.com/endpoints.predict`
 * (https://cloud.google.com/iam/docs/deny-permissions-support).
 */
const SERVICE_OF_HOST: Readonly<Record<string, string>> = { cloudresourcemanager: 'resourcemanager' };

interface Spelled {
  readonly service: string;
  readonly resource: string;
  readonly verb: string;
}

function spelledIn(permission: string): Spelled | undefined {
  const [, service = '', resource = '', verb = ''] = /^([^.]+)\.(.+)\.([^.]+)$/.exec(permission) ?? [];
  return service === '' ? undefined : { service, resource, verb };
}

/**
 * Whether one of IAM v2 means a permission. A group of permissions has `*` for all resources of a service, for all
 * that can be done with them, or for both.
 */
export function deniesPermission(denied: string, permission: string): boolean {
  const [, host = '', resource = '', verb = ''] =
    /^([^/]+)\.googleapis\.com\/(.+)\.([^.]+)$/.exec(denied) ?? [];
  const asked = spelledIn(permission);
  if (!asked || host === '') return false;
  return (
    (SERVICE_OF_HOST[host] ?? host) === asked.service &&
    (resource === '*' || resource === asked.resource) &&
    (verb === '*' || verb === asked.verb)
  );
}
