import { whereLeads } from '../file-reference.ts';

/** A node, as far as it tells where the name of a file comes from. */
export interface Step {
  readonly operation: string;
  readonly inputs: readonly string[];
  /** Of a constant text. */
  readonly text?: string;
}

/** A graph, or the body of a function. */
export interface Scope {
  /** Of the function; empty for the graph itself. */
  readonly name: string;
  readonly steps: ReadonlyMap<string, Step>;
  /** The parameters of the function, in their order. */
  readonly parameters: readonly string[];
}

/** A node that has a function run. */
export interface Call {
  readonly from: Scope;
  readonly inputs: readonly string[];
  /** Whether its inputs are the arguments of the function, one for one. */
  readonly isPlain: boolean;
}

export interface Calls {
  /** By the name of the function. */
  readonly of: ReadonlyMap<string, readonly Call[]>;
  /** Functions of which not every call was kept. */
  readonly unfinished: ReadonlySet<string>;
}

/** Who decides the name of a file that an operation reads or writes. */
export type Decides =
  /** Whoever runs the model. */
  | { readonly by: 'caller' }
  /** The graph. */
  | { readonly by: 'graph'; readonly name: string }
  /** An operation between that is not followed. */
  | { readonly by: 'unknown' };

const JOINS = 'StringJoin';
const CHOOSES = new Set(['Select', 'SelectV2']);
/** What has one output, and hands on its first input or begins with it. */
const HANDS_ON = new Set([
  'Identity',
  'Snapshot',
  'StopGradient',
  'ExpandDims',
  'Reshape',
  'Squeeze',
  'Pack',
  'ConcatV2',
  'ShardedFilename',
  'ShardedFilespec',
  JOINS,
  'TensorSliceDataset',
]);
const FED = new Set(['Placeholder', 'PlaceholderV2', '_Arg']);
const WITH_DEFAULT = 'PlaceholderWithDefault';
const MOST_STEPS = 32;
const MOST_CALLS = 256;
const LONGEST_TAIL = 4096;
/** Of a node, inputs that are kept. */
export const MOST_INPUTS = 8;

/** Whether a node is worth keeping: the others end the search, as nodes that are not there do. */
export const leadsOn = (operation: string): boolean =>
  operation === 'Const' ||
  operation === WITH_DEFAULT ||
  CHOOSES.has(operation) ||
  HANDS_ON.has(operation) ||
  FED.has(operation);

/** `^save/Const` and `save/Const:0` name the node `save/Const`. */
export const nodeOf = (input: string): string => input.replace(/^\^/, '').split(':', 1)[0] ?? '';

/** Whether what is joined to a path leaves the folder that this leads to. */
const leadsUp = (text: string): boolean => text.split(/[\\/]/).includes('..');

/** What a node joins to its first input; of a choice all that can be chosen. Undefined where that is computed. */
function joinedBehind({ inputs }: Step, { steps }: Scope): string | undefined {
  if (inputs.length >= MOST_INPUTS) return undefined;
  let joined = '';
  for (const input of inputs.slice(1).filter((other) => !other.startsWith('^'))) {
    const step = steps.get(nodeOf(input));
    const parts = CHOOSES.has(step?.operation ?? '')
      ? step?.inputs.slice(1, 3).map((choice) => steps.get(nodeOf(choice))?.text)
      : [step?.text];
    for (const part of parts ?? [undefined]) {
      if (part === undefined) return undefined;
      joined += part;
    }
  }
  return joined;
}

/** Follows the begin of a file's name back to where it comes from, within one graph or function. */
function followed(
  input: string | undefined,
  scope: Scope,
): Decides | { readonly by: 'argument'; readonly index: number } {
  let at = input === undefined ? '' : nodeOf(input);
  let isDefault = false;
  let tail = '';
  for (let count = 0; count < MOST_STEPS; count++) {
    const index = scope.parameters.indexOf(at);
    if (index !== -1) return { by: 'argument', index };
    const step = scope.steps.get(at);
    if (step === undefined) return { by: 'unknown' };
    if (FED.has(step.operation)) return { by: 'caller' };
    // A default that stays beside the model stands for what is fed; another is taken whenever nothing is.
    if (step.text !== undefined)
      return isDefault && whereLeads(step.text) !== 'elsewhere'
        ? { by: 'caller' }
        : { by: 'graph', name: step.text };
    if (step.operation === JOINS) {
      const joined = joinedBehind(step, scope);
      if (joined === undefined || tail.length > LONGEST_TAIL) return { by: 'unknown' };
      tail = joined + tail;
      if (leadsUp(tail)) return { by: 'graph', name: tail };
    }
    isDefault ||= step.operation === WITH_DEFAULT;
    const next = step.inputs[0];
    if (next === undefined || (!isDefault && !HANDS_ON.has(step.operation))) return { by: 'unknown' };
    at = nodeOf(next);
  }
  return { by: 'unknown' };
}

/** All who decide the name of a file: the arguments of a function are followed to each of its calls. */
export function whoDecides(input: string | undefined, scope: Scope, calls: Calls): Decides[] {
  const decides: Decides[] = [];
  const open: { readonly input: string | undefined; readonly scope: Scope }[] = [{ input, scope }];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const key = `${at.scope.name}\0${at.input ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > MOST_CALLS) return [...decides, { by: 'unknown' }];
    const end = followed(at.input, at.scope);
    if (end.by !== 'argument') {
      decides.push(end);
      continue;
    }
    const callsOf = calls.of.get(at.scope.name) ?? [];
    // Whoever has loaded the model may call what nothing in it calls.
    if (callsOf.length === 0) decides.push({ by: 'caller' });
    if (calls.unfinished.has(at.scope.name)) decides.push({ by: 'unknown' });
    for (const { from, inputs, isPlain } of callsOf) {
      if (isPlain) open.push({ input: inputs[end.index], scope: from });
      else decides.push({ by: 'unknown' });
    }
  }
  return decides.length === 0 ? [{ by: 'unknown' }] : decides;
}
