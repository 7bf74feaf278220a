import type { Question } from '../access-index.ts';
import type { Request } from './condition/evaluate.ts';
import { typesIn } from './scope.ts';

/** The key under which a question names the suboperations that a request is. */
const SUBOPERATION = 'SubOperation';

/**
 * What a question tells of a request. Names of resources are in the id; everything else about the resource, the
 * principal and where the request comes from is known only where the question says it.
 */
export function requestOf({ permission, resource, context = {} }: Question): Request {
  const known = new Map<string, readonly string[]>();
  for (const { type, name } of typesIn(resource)) known.set(`@resource[${type}:name]`.toLowerCase(), [name]);
  for (const [key, values] of Object.entries(context)) known.set(key.toLowerCase(), values);
  return {
    action: permission,
    suboperations: context[SUBOPERATION],
    attribute: (name) => known.get(name.toLowerCase()),
  };
}
