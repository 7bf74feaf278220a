import { DEBUG_OPERATIONS, OPERATIONS, READS_OF_ATTRIBUTES, WRITES_OF_ATTRIBUTES } from './operations.ts';

const REVIEWED = new Set(['saver', 'asset', 'stops', 'opaque']);

export interface JudgedByName {
  readonly effect: 'dangerous' | 'review';
  /** As in “which writes a file”. */
  readonly does: string;
}

/** An operation of which nothing but its name is known: not its inputs, nor its attributes. Undefined where it computes. */
export function operationByName(operation: string): JudgedByName | undefined {
  if (Object.hasOwn(WRITES_OF_ATTRIBUTES, operation))
    return { effect: 'dangerous', does: 'writes a file that the graph names' };
  if (Object.hasOwn(READS_OF_ATTRIBUTES, operation))
    return { effect: 'review', does: 'reads a file where the graph names one' };
  if (DEBUG_OPERATIONS.has(operation))
    return { effect: 'dangerous', does: 'sends what passes through it to an address that the graph names' };
  const known = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
  return known && { effect: REVIEWED.has(known.kind) ? 'review' : 'dangerous', does: known.does };
}
