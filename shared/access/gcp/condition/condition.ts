import type { Judgement } from '../../judgement.ts';
import { expression, type Known } from './evaluate.ts';

/** Whether a condition is met by a request of which this is known. */
export type Condition = (known: Known) => Judgement;

/** A condition of IAM, in CEL. Where it is not decided, it is told as it stands. */
export function condition(text: string): Condition {
  const read = expression(text);
  const open: Judgement = { conditions: [shortened(text)] };
  return (known) => {
    const value = read?.valueWith(known);
    return typeof value === 'boolean' ? value : open;
  };
}

const MOST_TOLD = 1_000;
const shortened = (text: string): string => (text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)}…` : text);
