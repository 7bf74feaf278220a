import { azureConnectors } from '#connectors/azure/index.ts';
import { operationsOf } from '#connectors/connector.ts';
import type { Operation } from '#connectors/operation.ts';
import { armAddress } from '#test/estate/azure/address.ts';

/** Resource Manager compares types, names and paths without case. */
export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const subscriptionOf = (path: string): string =>
  /^\/subscriptions\/([^/]+)/i.exec(path)?.[1] ?? 'recorded';

function urlOf(operation: Operation): string {
  if (!('url' in operation) || typeof operation.url !== 'string')
    throw new Error(`${operation.id} has no address`);
  return operation.url;
}

/** The path of an operation, with `{subscription}` or `{+parent}` in it. */
const templateOf = (operation: Operation): string =>
  urlOf(operation)
    .replace(/^https:\/\/[^/{]+/, '')
    .replace(/\?.*$/, '');

/** The api-version that the operation asks for. */
export const apiVersionOf = (operation: Operation): string =>
  /[?&]api-version=([^&]+)/.exec(urlOf(operation))?.[1] ?? '';

/** Whether the operation can ask at the path: a parameter is one segment, or a path of its own. */
export function asksAt(operation: Operation, path: string): boolean {
  const pattern = templateOf(operation)
    .split(/(\{\+?\w+\})/)
    .map((piece) => {
      if (piece.startsWith('{+')) return '/.+';
      if (piece.startsWith('{')) return '[^/]+';
      return piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    });
  return new RegExp(`^${pattern.join('')}$`, 'i').test(path);
}

/**
 * Where the operation asks for what was answered at a path. It may be asked for at a narrower scope than ours: the
 * list of a resource group, say, for that of its subscription.
 */
export function askedAt(operation: Operation, path: string): string {
  return asksAt(operation, path)
    ? path
    : templateOf(operation).replaceAll(/\{\+?\w+\}/g, subscriptionOf(path));
}

const lists = azureConnectors.flatMap(operationsOf).filter(({ id }) => id.endsWith('/list'));

/** Where our operations list the type of a resource, so that it is among what is listed. */
export function listedAt(resource: string): string | undefined {
  const type = armAddress(resource)?.type;
  const list = lists.find(({ id }) => same(id, `${type}/list`));
  return list && askedAt(list, resource.replace(/\/[^/]+$/, ''));
}

/** The resources that a path leads through, the outermost first. */
export function ancestorsOf(path: string): string[] {
  const at = path.toLowerCase().lastIndexOf('/providers/');
  if (at < 0) return [];
  const scope = path.slice(0, at);
  const [provider = '', ...segments] = path.slice(at + '/providers/'.length).split('/');
  const outer = scope.includes('/providers/') ? [...ancestorsOf(scope), scope] : [];
  const inner = segments.flatMap((_segment, index) =>
    index % 2 === 1 && index < segments.length - 1
      ? [`${scope}/providers/${provider}/${segments.slice(0, index + 1).join('/')}`]
      : [],
  );
  return [...outer, ...inner];
}

/** `A.B/c/d` in a resource group: `…/providers/A.B/c/<name>/d/<name>`. */
export function resourceAt(group: string, type: string, name: string): string {
  const [provider, ...segments] = type.split('/');
  return `${group}/providers/${provider}/${segments.map((segment) => `${segment}/${name}`).join('/')}`;
}
