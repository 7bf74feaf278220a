/** A node, as far as it tells where the name of a file comes from. */
export interface Step {
  readonly operation: string;
  readonly inputs: readonly string[];
  /** Of a constant text. */
  readonly text?: string;
}

/** Who decides the name of a file that an operation reads or writes. */
export type Decides =
  /** Whoever runs the model: it is fed, or an argument of the function. */
  | { readonly by: 'caller' }
  /** The graph. */
  | { readonly by: 'graph'; readonly name: string }
  /** An operation between that is not followed. */
  | { readonly by: 'unknown' };

/** What hands on its first input, or begins with it. */
const HANDS_ON = new Set([
  'Identity',
  'IdentityN',
  'Snapshot',
  'StopGradient',
  'ExpandDims',
  'Reshape',
  'Squeeze',
  'Pack',
  'ConcatV2',
  'ShardedFilename',
  'ShardedFilespec',
  'StringJoin',
  'FilenamePrefix',
  'TensorSliceDataset',
]);
const FED = new Set(['Placeholder', 'PlaceholderV2', 'PlaceholderWithDefault', '_Arg', '_Retval']);
const MOST_STEPS = 32;

/** `^save/Const` and `save/Const:0` name the node `save/Const`. */
export const nodeOf = (input: string): string => input.replace(/^\^/, '').split(':', 1)[0] ?? '';

/** Follows the begin of a file's name back to where it comes from. */
export function whoDecides(
  input: string | undefined,
  steps: ReadonlyMap<string, Step>,
  fed: ReadonlySet<string>,
): Decides {
  let at = input === undefined ? '' : nodeOf(input);
  for (let count = 0; count < MOST_STEPS; count++) {
    if (fed.has(at)) return { by: 'caller' };
    const step = steps.get(at);
    if (step === undefined) return { by: 'unknown' };
    if (FED.has(step.operation)) return { by: 'caller' };
    if (step.text !== undefined) return { by: 'graph', name: step.text };
    const next = step.inputs[0];
    if (!HANDS_ON.has(step.operation) || next === undefined) return { by: 'unknown' };
    at = nodeOf(next);
  }
  return { by: 'unknown' };
}
