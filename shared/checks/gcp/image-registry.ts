import { fits } from '#shared/model/governance.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { judgedBy, type Predicate, pathSegments } from '#shared/model/predicate.ts';

/** Images that Google provides for training and serving: nobody’s but the cloud’s own. */
const PREBUILT = /^(?:[a-z]+-docker\.pkg\.dev\/vertex-ai|gcr\.io\/cloud-aiplatform)\//;

/** The image at a path comes from a registry that `governance.approvedRegistries` does not name. */
export const isFromElsewhere = (path: string): Predicate =>
  judgedBy({
    sentence: `the image in \`${path}\` comes from a registry that \`governance.approvedRegistries\` does not name`,
    reads: [path],
    parameters: ['approvedRegistries'],
    judge: ({ config }, { approvedRegistries = [] }) => {
      const image = at(config, path);
      if (typeof image !== 'string') return { truth: undefined, evidence: [] };
      const isApproved =
        PREBUILT.test(image) || approvedRegistries.some((registry) => fits(image, `${registry}/*`));
      return {
        truth: !isApproved,
        evidence: [{ path, state: 'read', expected: `an image from ${approvedRegistries.join(', ')}` }],
      };
    },
  });

function at(config: JsonObject, path: string): unknown {
  let current: unknown = config;
  for (const key of pathSegments(path)) current = isObject(current) ? current[key] : undefined;
  return current;
}
