import type { Question } from '../access-index.ts';
import { Beginning, type Known } from './condition/evaluate.ts';
import { MANAGER } from './hierarchy.ts';

/**
 * What a question tells of a request. The name, type and service of a resource are known of the services whose
 * spelling https://cloud.google.com/iam/docs/conditions-resource-attributes gives; when the request comes, over what
 * API and with which tags only where the context of the question says so, by the names that expressions have for it.
 */
export function knownOf({ permission, resource, context = {} }: Question): Known {
  const known = new Map<string, unknown>(attributesOf(resource, permission));
  for (const [path, values] of Object.entries(context)) {
    const [value = ''] = values;
    if (path === 'request.time') known.set(path, new Date(value));
    else if (path === 'resource.tags') known.set(path, new Map(values.map(tag)));
    else if (path.includes('/')) known.set('api', new Map([[path, values]]));
    else known.set(path, value);
  }
  return known;
}

/** `123456789012/env=prod` */
const tag = (text: string): [string, string] => {
  const equals = text.indexOf('=');
  return [text.slice(0, equals), text.slice(equals + 1)];
};

function attributesOf(resource: string, permission: string): [string, unknown][] {
  // Resource Manager gives no name (https://cloud.google.com/iam/docs/configuring-resource-based-access).
  if (resource.startsWith(`${MANAGER}/projects/`) && permission.startsWith('resourcemanager.projects.'))
    return attributes('cloudresourcemanager.googleapis.com', 'Project');
  const [, bucket, object] =
    /^\/\/storage\.googleapis\.com\/([^/]+)(?:\/objects\/(.*))?$/.exec(resource) ?? [];
  if (!bucket) return [];
  const name = `projects/_/buckets/${bucket}`;
  // Of a list the resource is the bucket (https://cloud.google.com/storage/docs/access-control/iam#conditions).
  if (!permission.startsWith('storage.objects.') || permission === 'storage.objects.list')
    return attributes('storage.googleapis.com', 'Bucket', name);
  const path = `${name}/objects/${object ?? '*'}`;
  return attributes(
    'storage.googleapis.com',
    'Object',
    path.endsWith('*') ? new Beginning(path.slice(0, -1)) : path,
  );
}

const attributes = (service: string, type: string, name?: string | Beginning): [string, unknown][] => [
  ['resource.service', service],
  ['resource.type', `${service}/${type}`],
  ...(name === undefined ? [] : [['resource.name', name] satisfies [string, unknown]]),
];
