/**
 * Whether a pattern of a role covers an operation. `doubtful`: the pattern has a segment that is only a star, and
 * fits without it. AzureML Data Scientist excludes such a pattern between `computes/` and `/write`; by the letter it
 * leaves `computes/write` allowed, and Microsoft says that the role cannot create compute.
 */
export type Cover = 'yes' | 'no' | 'doubtful';

/** A pattern of `actions`, `notActions` or `ActionMatches`: letter case does not matter, a star crosses slashes. */
export interface ActionPattern {
  readonly text: string;
  readonly covers: (action: string) => Cover;
}

const compiled = new Map<string, ActionPattern>();

export function actionPattern(text: string): ActionPattern {
  const known = compiled.get(text);
  if (known) return known;
  const pattern = { text, covers: coverOf(text.toLowerCase()) };
  compiled.set(text, pattern);
  return pattern;
}

function coverOf(pattern: string): (action: string) => Cover {
  if (pattern === '*') return () => 'yes';
  if (!pattern.includes('*')) return (action) => (action.toLowerCase() === pattern ? 'yes' : 'no');
  const byTheLetter = new RegExp(`^${starred(pattern)}$`, 's');
  if (!pattern.includes('/*/')) return (action) => (byTheLetter.test(action.toLowerCase()) ? 'yes' : 'no');
  const withoutSegment = new RegExp(`^${pattern.split('/*/').map(starred).join('/(?:.*/)?')}$`, 's');
  return (action) => {
    const asked = action.toLowerCase();
    if (byTheLetter.test(asked)) return 'yes';
    return withoutSegment.test(asked) ? 'doubtful' : 'no';
  };
}

const starred = (pattern: string): string => pattern.split('*').map(RegExp.escape).join('.*');
