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

/** Something that was answered at a path. */
export type Spot = Pick<Reply, 'path' | 'body'>;

/** How many resource groups that are spoken of are given a resource of each type. */
const GROUPS = 2;

/**
 * What is answered around what was recorded, so that connectors come to ask for it: the rest of the recording; the
 * parents of what it holds, in their lists and by themselves; and beside them, in the same resource groups, a resource
 * of every type that is listed for a whole subscription.
 */
export function surroundings(spots: readonly Spot[], recording: readonly Reply[] = []): Answers {
  const lists = new Map<string, JsonObject[]>();
  const resources = new Map<string, JsonObject>();
  const put = (resource: string, list: string | undefined): void => {
    if (resources.has(resource.toLowerCase())) return;
    const bodies = standIns(resource);
    resources.set(resource.toLowerCase(), bodies[0] ?? {});
    if (list === undefined) return;
    lists.set(list.toLowerCase(), [...(lists.get(list.toLowerCase()) ?? []), ...bodies]);
  };
  for (const { path } of spots) for (const ancestor of ancestorsOf(path)) put(ancestor, listedAt(ancestor));
  // Whatever stands beside them has no children: where parents are listed, nothing else is.
  const ofParents = new Set(lists.keys());
  const subscription = subscriptionOf(spots[0]?.path ?? '');
  for (const group of groupsIn(spots, subscription))
    for (const { assetType, operations } of azureConnectors)
      for (const operation of operations.list) {
        const list = askedAt(operation, `/subscriptions/${subscription}`);
        const isOwn = armAddress(list)?.of === 'list' && same(operation.id, `${assetType.nativeType}/list`);
        if (isOwn && !ofParents.has(list.toLowerCase()))
          put(resourceAt(group, assetType.nativeType, 'beside'), list);
      }

  return (at) => {
    const listed = lists.get(at.toLowerCase());
    return (
      recording.find((other) => same(other.path, at))?.body ??
      (listed && { value: listed }) ??
      resources.get(at.toLowerCase())
    );
  };
}

function groupsIn(spots: readonly Spot[], subscription: string): string[] {
  const texts = spots.flatMap(({ path, body }) => [path, JSON.stringify(body)]);
  const spoken = texts.flatMap(
    (text) => text.match(/\/subscriptions\/[^/"]+\/resourcegroups\/[^/"]+/gi) ?? [],
  );
  const distinct = [...new Map(spoken.map((group) => [group.toLowerCase(), group])).values()];
  return distinct.length > 0
    ? distinct.slice(0, GROUPS)
    : [`/subscriptions/${subscription}/resourceGroups/recorded`];
}

/** Every read of the recording that a reply is part of; of an example, nothing. */
export const recordingOf = ({ source, from }: Pick<Reply, 'source' | 'from'>): Reply[] =>
  from === 'recording'
    ? replies.filter((other) => other.method === 'GET' && fileOf(other.source) === fileOf(source))
    : [];

export const fileOf = (source: string): string => source.split(' #', 1)[0] ?? source;
