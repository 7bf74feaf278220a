import type { Unread } from '#shared/model/coverage.ts';
import type { Json } from '#shared/model/json.ts';
import { toJson } from '../config.ts';
import type { CoverageRecorder } from '../coverage.ts';
import { ReadFailure } from '../coverage.ts';
import { awsOperation } from './operation.ts';
import type { AwsService } from './service.ts';
import type { AwsServices, Sdks } from './services.ts';

export const getResources = awsOperation('tag:GetResources');

type Tagging = AwsService<Sdks['tagging']>;

/**
 * Tags by resource type, a hundred resources to the call: the first who asks for the tags of a type lists them
 * all. A resource that the list does not hold has no tags.
 */
export class TagLists {
  readonly #lists = new Map<string, Promise<ReadonlyMap<string, Json>>>();

  /** `[{ Key, Value }]` of the resource, `undefined` where it has none. */
  async of(
    resourceType: string,
    arn: string,
    tagging: Tagging,
    recorder: CoverageRecorder,
  ): Promise<Json | Unread | undefined> {
    const asked = this.#lists.get(resourceType);
    const list = asked ?? listTags(tagging, resourceType);
    this.#lists.set(resourceType, list);
    try {
      const tags = (await list).get(arn);
      recorder.declareComplete(getResources);
      return tags;
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      if (asked) recorder.note(getResources, error.outcome, error.detail, 0);
      return error.unread;
    }
  }
}

async function listTags(tagging: Tagging, resourceType: string): Promise<ReadonlyMap<string, Json>> {
  const tags = new Map<string, Json>();
  const found = tagging.list(
    'GetResources',
    { ResourceTypeFilters: [resourceType], ResourcesPerPage: 100 },
    'ResourceTagMappingList',
  );
  for await (const { ResourceARN, Tags } of found) {
    const json = toJson(Tags);
    if (ResourceARN && json !== undefined) tags.set(ResourceARN, json);
  }
  return tags;
}

/** SageMaker's describing operations leave tags out; searching does not. Of one that was described. */
export const sagemakerTags = ({ sagemaker }: AwsServices, ResourceArn: string) =>
  sagemaker.part('ListTags', { ResourceArn, MaxResults: 100 }, ({ Tags }) => Tags);
