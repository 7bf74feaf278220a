import type { Asset } from '#shared/model/asset.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { pathSegments } from '#shared/model/predicate.ts';
import type { Resources } from '../technique.ts';

/** The texts at a path of the config; `Containers[].Image` goes through a list. */
export function textsAt(config: Json | undefined, path: string): string[] {
  const places = path
    .split('[]')
    .reduce<(Json | undefined)[]>(
      (found, part, index) =>
        found
          .flatMap((place) => (index > 0 && Array.isArray(place) ? place : [place]))
          .map((place) =>
            pathSegments(part).reduce<Json | undefined>(
              (current, key) => (isObject(current) ? current[key] : undefined),
              place,
            ),
          ),
      [config],
    );
  return places.filter((place) => typeof place === 'string' && place !== '') as string[];
}

const listPath = (path: string): string => path.replace(/\[\].*$/, '');

/** What the texts at these paths name, each through `of`; what gives nothing is left out. */
export const resourcesAt = (
  paths: readonly string[],
  of: (text: string, asset: Asset) => string | undefined,
): Resources => ({
  reads: [...new Set(paths.map(listPath))],
  of: (asset) => [
    ...new Set(
      paths
        .flatMap((path) => textsAt(asset.config, path))
        .map((text) => of(text, asset))
        .filter((resource) => resource !== undefined),
    ),
  ],
});

/** What stands at the paths, as it is. */
export const namedAt = (...paths: readonly string[]): Resources => resourcesAt(paths, (text) => text);

/** The objects at `s3://bucket/key`. */
export const objectsAt = (...paths: readonly string[]): Resources => resourcesAt(paths, objectArn);

/** Any object below `s3://bucket/prefix`. */
export const prefixesAt = (...paths: readonly string[]): Resources =>
  resourcesAt(paths, (address) => {
    const arn = objectArn(address);
    return arn && `${arn}*`;
  });

/** SageMaker writes its built-in artefacts as `https://s3.<region>.amazonaws.com/bucket/key` too. */
function objectArn(address: string): string | undefined {
  const [, bucket, key = ''] =
    /^(?:s3:\/\/|https:\/\/s3[.-][a-z0-9-]+\.amazonaws\.com\/)([^/]+)(?:\/(.*))?$/.exec(address) ?? [];
  return bucket && `arn:aws:s3:::${bucket}/${key}`;
}

/** The private ECR repositories of images that are named by tag: a digest stays what it is whatever is pushed. */
export const taggedRepositoriesAt = (...paths: readonly string[]): Resources =>
  resourcesAt(paths, (image) => {
    const [, account, region, name] =
      /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)(?::[^@]*)?$/.exec(image) ?? [];
    return account && region && name && `arn:aws:ecr:${region}:${account}:repository/${name}`;
  });
