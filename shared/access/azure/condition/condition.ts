import type { Judgement } from '../judgement.ts';
import { evaluate, type Request } from './evaluate.ts';
import { isUnparsable, parseCondition } from './parse.ts';
import { conjuncts } from './print.ts';

/** A condition compiled once. */
export type Condition = (request: Request) => Judgement;

/** A text that is no condition leaves everything open: Azure saved it, so that it means something to Azure. */
export function condition(text: string): Condition {
  const parsed = parseCondition(text);
  if (isUnparsable(parsed)) return () => ({ conditions: [text] });
  return (request) => {
    const left = evaluate(parsed, request);
    return left.kind === 'literal' ? left.value : { conditions: conjuncts(left) };
  };
}
