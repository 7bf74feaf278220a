import type { AttackPath, Cut, Place, Step } from '#shared/paths/attack-path.ts';
import type { PathsFound } from './posture.ts';
import { CLOUD_TITLE, count } from './wording.ts';

/** Words on paths that every surface for people shares. */

export const placesOf = ({ source, steps }: AttackPath): Place[] => [
  steps[0]?.from ?? source,
  ...steps.map(({ to }) => to),
];

/** “AWS, aws.s3.bucket, read”: which cloud, what, and how far one has got with it. */
export const kindText = ({ provider, type, hold }: Place): string =>
  [provider === 'outside' ? 'outside' : CLOUD_TITLE[provider], type, hold]
    .filter((word, i) => i === 0 || word !== 'outside')
    .join(', ');

export const targetText = ({ target }: AttackPath): string => target.kind.replaceAll('-', ' ');

/** Empty where access is not conditional: conditional is never told as a plain yes. */
export const conditionText = ({ access, conditions }: Step): string =>
  access === 'conditional'
    ? `only if ${conditions.join(' and ') || 'conditions hold that were not read'}`
    : '';

const AMOUNT = ['No', 'The', 'The two', 'The three'];

export function shortestTitle({ shortest }: PathsFound): string {
  if (shortest.length === 0) return 'No way to your models was found';
  return shortest.length === 1
    ? 'The shortest way to your models'
    : `${AMOUNT[shortest.length] ?? `The ${shortest.length}`} shortest ways to your models`;
}

export const bestTitle = ({ best }: PathsFound): string =>
  best.length === 1
    ? 'The fix that cuts most of them'
    : `${AMOUNT[best.length] ?? `The ${best.length}`} fixes that cut most of them`;

/** A cut counts those before it as well. */
export const cutText = ({ cuts }: Cut, position: number, { pairs }: PathsFound): string =>
  `${position === 0 ? 'cuts' : 'with what stands above it cuts'} ${cuts.toLocaleString('en')} of ${count(pairs, 'pair')} of a source and what it reaches`;

const MOST_PATHS = 3;
const MOST_FIXES = 2;

/** As many as a reader takes in at once. */
export const inBrief = ({ shortest, best, pairs }: PathsFound): PathsFound => ({
  shortest: shortest.slice(0, MOST_PATHS),
  best: best.slice(0, MOST_FIXES),
  pairs,
});
