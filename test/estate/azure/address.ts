/** The type in a path as Resource Manager writes it, and whether the path is of a list or of one resource. */
export interface ArmAddress {
  readonly type: string;
  readonly of: 'list' | 'resource';
}

/** `/…/providers/Microsoft.X/accounts/a/deployments` → `Microsoft.X/accounts/deployments`, a list. */
export function armAddress(path: string): ArmAddress | undefined {
  if (/^\/subscriptions\/?$/i.test(path)) return { type: 'Microsoft.Resources/subscriptions', of: 'list' };
  const at = path.toLowerCase().lastIndexOf('/providers/');
  if (at < 0) return undefined;
  const [provider, ...segments] = path.slice(at + '/providers/'.length).split('/');
  const types = segments.filter((_segment, index) => index % 2 === 0);
  return {
    type: [provider, ...types].join('/'),
    of: segments.length % 2 === 0 ? 'resource' : 'list',
  };
}

/** The id that connectors give the operation, `Microsoft.X/accounts/list`. */
export function operationOf(method: string, path: string): string {
  const address = armAddress(path);
  // The one question that is asked with POST.
  if (address?.type === 'Microsoft.ResourceGraph/resources') return address.type;
  if (!address) return `unknown:${method} ${path}`;
  const verb =
    method === 'GET'
      ? address.of === 'list'
        ? 'list'
        : 'get'
      : method === 'DELETE'
        ? 'delete'
        : method === 'PUT' || method === 'PATCH'
          ? 'write'
          : method.toLowerCase();
  return `${address.type}/${verb}`;
}
