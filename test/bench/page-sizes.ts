/**
 * What one page of a list may hold at most, and holds when the caller does not say. AWS: the ranges of
 * MaxResults, maxResults, MaxItems and MaxBuckets in botocore's service models. Storage: “maxResults” of
 * buckets.list, at most 1,000. The other pages are assumed: neither Vertex AI and Workbench (“the standard list
 * page size”) nor Resource Manager (which takes no size) document theirs; Resource Graph gives 1,000 rows.
 */
export interface PageSizes {
  readonly most: number;
  readonly unasked: number;
}

const SAGEMAKER: PageSizes = { most: 100, unasked: 10 };
const BEDROCK: PageSizes = { most: 1000, unasked: 100 };
const ASSUMED_GOOGLE: PageSizes = { most: 100, unasked: 50 };

const SIZES: Readonly<Record<string, PageSizes>> = {
  sagemaker: SAGEMAKER,
  bedrock: BEDROCK,
  'bedrock-agent': BEDROCK,
  'iam:GetAccountAuthorizationDetails': { most: 1000, unasked: 100 },
  's3:ListBuckets': { most: 10_000, unasked: 10_000 },
  'tag:GetResources': { most: 100, unasked: 50 },
  aiplatform: ASSUMED_GOOGLE,
  notebooks: ASSUMED_GOOGLE,
  'storage.buckets.list': { most: 1000, unasked: 1000 },
  resourcemanager: { most: 500, unasked: 100 },
};

/** Of every list of Resource Manager; assumed. */
const RESOURCE_MANAGER: PageSizes = { most: 100, unasked: 100 };

/** By operation id, `sagemaker:Search`, `aiplatform.models.list`, or else by its service. */
export const pageSizesOf = (operation: string): PageSizes =>
  SIZES[operation] ?? SIZES[operation.split(/[:.]/, 1)[0] ?? ''] ?? RESOURCE_MANAGER;

/** A page as the cloud would cut it. */
export function cloudsPage(operation: string, asked: number | undefined): number {
  const { most, unasked } = pageSizesOf(operation);
  return Math.min(asked ?? unasked, most);
}
