import { azureConnectors } from '#connectors/azure/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { armAddress } from '#test/estate/azure/address.ts';
import { ancestorsOf, askedAt, listedAt, resourceAt, same, subscriptionOf } from './azure-addresses.ts';
import type { Answers } from './azure-replay.ts';
import { type Reply, replies, resourcesOf } from './azure-replies.ts';

/** By type and kind, the resource of which the fixtures say most. */
const fullest = new Map(
  [...Map.groupBy(replies.flatMap(resourcesOf), ({ type }) => type.toLowerCase())].map(
    ([type, resources]) => [
      type,
      [...Map.groupBy(resources, ({ body }) => body['kind']).values()].map((ofKind) =>
        ofKind.map(({ body }) => body).reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one)),
      ),
    ],
  ),
);

function sizeOf(body: JsonObject): number {
  return JSON.stringify(body).length;
}

/** Resources that stand in for one that no fixture holds, under its id: of each kind the one that says most. */
export function standIns(id: string): JsonObject[] {
  const type = armAddress(id)?.type ?? '';
  const name = id.slice(id.lastIndexOf('/') + 1);
  const known = fullest.get(type.toLowerCase()) ?? [];
  return [...known.map((body) => ({ ...body, id, name })), { id, name, type, properties: {} }];
}

/**
 * What is answered around a reply, so that connectors come to ask for it: the recording that it is part of; the parents
 * of what it holds, in their lists and by themselves; and beside them, in the same resource group, a resource of every
 * type that is listed for a whole subscription.
 */
export function surroundings(
  path: string,
  { source, from, body }: Pick<Reply, 'source' | 'from' | 'body'>,
): Answers {
  const lists = new Map<string, JsonObject>();
  const resources = new Map<string, JsonObject>();
  const put = (resource: string, list: string | undefined): void => {
    const bodies = standIns(resource);
    if (list !== undefined && !lists.has(list.toLowerCase()))
      lists.set(list.toLowerCase(), { value: bodies });
    resources.set(resource.toLowerCase(), bodies[0] ?? {});
  };
  for (const ancestor of ancestorsOf(path)) put(ancestor, listedAt(ancestor));
  const group =
    /\/subscriptions\/[^/"]+\/resourcegroups\/[^/"]+/i.exec(`${path} ${JSON.stringify(body)}`)?.[0] ??
    `/subscriptions/${subscriptionOf(path)}/resourceGroups/recorded`;
  for (const { assetType, operations } of azureConnectors)
    for (const operation of operations.list) {
      const list = askedAt(operation, `/subscriptions/${subscriptionOf(path)}`);
      if (armAddress(list)?.of === 'list' && same(operation.id, `${assetType.nativeType}/list`))
        put(resourceAt(group, assetType.nativeType, 'beside'), list);
    }

  const file = fileOf(source);
  const recorded = replies.filter((other) => from === 'recording' && fileOf(other.source) === file);
  return (at) =>
    recorded.find((other) => same(other.path, at))?.body ??
    lists.get(at.toLowerCase()) ??
    resources.get(at.toLowerCase());
}

const fileOf = (source: string): string => source.split(' #', 1)[0] ?? source;
