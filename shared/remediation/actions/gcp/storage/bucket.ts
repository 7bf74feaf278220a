import { resourceNameOf } from '#connectors/gcp/identity.ts';
import type { Target } from '../../../access.ts';

const BUCKETS = 'https://storage.googleapis.com/storage/v1/b';

/** An address under the bucket of the JSON API. Throws where the asset is none. */
export function bucketAddress(
  { asset: { id } }: Target,
  path: '' | '/iam',
  query: Readonly<Record<string, string>>,
): URL {
  const name = resourceNameOf(id);
  if (!/^\/\/storage\.googleapis\.com\/[^/]+$/.test(id)) throw new Error('the asset id is no bucket');
  return new URL(`${BUCKETS}/${encodeURIComponent(name)}${path}?${new URLSearchParams(query)}`);
}
