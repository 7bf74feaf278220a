import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { type Handlers, listed } from './handler.ts';
import type { RegionState } from './state.ts';

/** Everything in the region that has tags: the tagging API knows nothing else. */
export const tagging: Handlers = {
  GetResources: ({ region, input }) => {
    const { ResourceTypeFilters } = input;
    const filters = Array.isArray(ResourceTypeFilters) ? ResourceTypeFilters.map(String) : [];
    const tagged = taggedIn(region).filter(
      ({ arn }) => filters.length === 0 || filters.some((filter) => isOfType(arn, filter)),
    );
    return listed(
      'ResourceTagMappingList',
      tagged.map(({ arn, tags }) => ({ ResourceARN: arn, Tags: tags })),
      ['PaginationToken', 'PaginationToken'],
    );
  },
};

/** `sagemaker:domain` is `arn:aws:sagemaker:…:domain/…`, and `kendra` everything of Kendra. */
function isOfType(arn: string, filter: string): boolean {
  const [, , service = '', , , ...resource] = arn.split(':');
  const [wanted, type] = filter.split(':');
  return service === wanted && (type === undefined || new RegExp(`^${type}[/:]`).test(resource.join(':')));
}

interface Tagged {
  readonly arn: string;
  readonly tags: Json;
}

function taggedIn(region: RegionState): Tagged[] {
  return [...new Set(Object.values(region).flatMap((held) => (Array.isArray(held) ? held : [])))]
    .concat(region.everything())
    .flatMap((element) => taggedOf(element));
}

function taggedOf(element: JsonObject): Tagged[] {
  const tags = pairs(element['Tags'] ?? element['tags']);
  const arn = Object.entries(element).find(
    ([key, value]) =>
      /arn$/i.test(key) && !/role|key|baseModel|^jobArn$/i.test(key) && typeof value === 'string',
  )?.[1];
  return tags && typeof arn === 'string' ? [{ arn, tags }] : [];
}

/** Tags as the tagging API writes them, however the service itself does. */
function pairs(tags: Json | undefined): Json | undefined {
  if (Array.isArray(tags))
    return tags
      .filter(isObject)
      .map((tag) => ({ Key: tag['Key'] ?? tag['key'] ?? '', Value: tag['Value'] ?? tag['value'] ?? '' }));
  if (isObject(tags)) return Object.entries(tags).map(([Key, Value]) => ({ Key, Value: Value ?? '' }));
  return undefined;
}
