/** A scope or resource id in the one spelling that ids are compared in; the root is an empty text. */
export const normalScope = (scope: string): string => scope.toLowerCase().replace(/\/+$/, '');

/** The scope itself and everything that it lies in, from the innermost, as far as its id tells. */
export function containersOf(scope: string): string[] {
  const containers: string[] = [];
  for (let end = scope.length; end > 0; end = scope.lastIndexOf('/', end - 1))
    containers.push(scope.slice(0, end));
  return containers;
}

/** The subscription of a scope, in small letters. */
export const subscriptionOf = (scope: string): string | undefined =>
  /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1]?.toLowerCase();

/** The types and names that an id is made of: `microsoft.storage/storageaccounts` and then its children. */
export function* typesIn(scope: string): Generator<{ readonly type: string; readonly name: string }> {
  const [, provider = '', path = ''] = /^.*\/providers\/([^/]+)\/(.+)$/i.exec(scope) ?? [];
  const parts = path.split('/');
  let type = provider;
  for (let index = 0; index + 1 < parts.length; index += 2) {
    type += `/${parts[index]}`;
    yield { type, name: parts[index + 1] ?? '' };
  }
}
