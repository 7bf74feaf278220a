import { isObject, type JsonObject } from '#shared/model/json.ts';

type Tags = Record<string, string> | undefined;

/** Where tags that the tagging API gives are declared, for {@link AssetType.shape}. */
export const TAGS = '@aws-sdk/client-resource-groups-tagging-api#ResourceTagMapping.Tags';

/** Tags in a list of pairs under one key of the config, in either letter case: `[{ Key, Value }]`. */
export const listedTags =
  (key: string) =>
  (config: JsonObject): Tags => {
    const list = config[key];
    if (!Array.isArray(list)) return undefined;
    return Object.fromEntries(
      list.flatMap((pair): [string, string][] => {
        if (!isObject(pair)) return [];
        const name = pair['Key'] ?? pair['key'];
        const value = pair['Value'] ?? pair['value'];
        return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
      }),
    );
  };

/** Tags as a map under one key of the config. */
export const mappedTags =
  (key: string) =>
  (config: JsonObject): Tags => {
    const map = config[key];
    if (!isObject(map) || '$unread' in map) return undefined;
    return Object.fromEntries(
      Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  };
