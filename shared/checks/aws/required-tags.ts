import { listedTags, mappedTags } from '#shared/assets/aws/tags.ts';
import { fits } from '#shared/model/governance.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';

/**
 * A tag that the organisation requires is missing; `path` is where the tags are in the config, as a list of pairs
 * or as a map. What has been read and holds no tags has none.
 */
export const lacksRequiredTags = (path: string): Predicate =>
  judgedBy({
    sentence: `a tag that \`governance.requiredTags\` names is not in \`${path}\``,
    reads: [path],
    parameters: ['requiredTags'],
    judge: ({ config }, { requiredTags = [] }) => {
      const tags = listedTags(path)(config) ?? mappedTags(path)(config);
      const missing = requiredTags.filter(
        (wanted) => !Object.keys(tags ?? {}).some((key) => fits(key, wanted)),
      );
      const expected = `the tags ${requiredTags.join(', ')}`;
      const note = missing.length > 0 ? `missing: ${missing.join(', ')}` : undefined;
      return {
        truth: missing.length > 0,
        evidence: [
          {
            path,
            state: config[path] === undefined ? 'absent' : 'read',
            expected,
            ...(note ? { note } : {}),
          },
        ],
      };
    },
  });
