import type { Asset } from '#shared/model/asset.ts';
import { fits } from '#shared/model/governance.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';

/** An image's address, and where in the config it stands. */
export type ImageAt = readonly [path: string, image: string];

interface Images {
  readonly reads: readonly string[];
  readonly of: (config: Asset['config']) => readonly ImageAt[];
}

/** The host of an address, or the host with the path that a pattern has; `docker.io` is where none is written. */
function isFrom(image: string, registry: string): boolean {
  const first = image.split('/', 1)[0] ?? '';
  const address = image.includes('/') && /[.:]/.test(first) ? image : `docker.io/${image}`;
  return fits(address, `${registry}/*`);
}

/** Some image comes from a registry that `governance.approvedRegistries` does not name. */
export const someImageFromElsewhere = ({ reads, of }: Images): Predicate =>
  judgedBy({
    sentence: 'an image comes from a registry that `governance.approvedRegistries` does not name',
    reads,
    parameters: ['approvedRegistries'],
    judge: ({ config }, { approvedRegistries = [] }) => {
      const images = of(config);
      const expected = `an image from ${approvedRegistries.join(', ')}`;
      const strange = images.filter(
        ([, image]) => !approvedRegistries.some((registry) => isFrom(image, registry)),
      );
      return {
        truth: strange.length > 0,
        evidence: (strange.length > 0 ? strange : images).map(([path, image]) => ({
          path,
          state: 'read',
          found: image,
          expected,
        })),
      };
    },
  });
