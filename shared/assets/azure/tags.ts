import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

/** ARM keeps tags at the top of every resource. */
export const resourceTags = ({ tags }: JsonObject): Record<string, string> | undefined => textsOf(tags);

/** What a workspace of Azure Machine Learning holds is no resource of its own, and has its tags among its properties. */
export const propertyTags = ({ properties }: JsonObject): Record<string, string> | undefined =>
  isObject(properties) ? textsOf(properties['tags']) : undefined;

function textsOf(tags: Json | undefined): Record<string, string> | undefined {
  if (!isObject(tags)) return undefined;
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
