import { quoted } from '../excerpt.ts';
import { whereLeads } from '../file-reference.ts';
import type { Inspecting } from '../format.ts';
import type { Observation } from '../inspection.ts';
import { type Decides, type Step, whoDecides } from './file-names.ts';
import { OPERATIONS, type Operation } from './operations.ts';

/** A node whose operation does more than compute. */
export interface Suspect {
  readonly operation: string;
  readonly node: string;
  readonly offset: number;
  readonly inputs: readonly string[];
  /** `PartitionedCall › __inference_f_12`; empty in the graph itself. */
  readonly inFunction: string;
}

interface Scope {
  readonly steps: ReadonlyMap<string, Step>;
  /** Nodes and arguments whose value whoever runs the model gives. */
  readonly fed: ReadonlySet<string>;
  /** Nodes whose text is replaced by where the asset lies. */
  readonly assets: ReadonlySet<string>;
}

type Judged = Pick<Observation, 'rule' | 'effect'> & { readonly why: string };

/** What an operation that stands in a graph does to whoever runs the graph. */
export function judgeOperation(format: string, suspect: Suspect, scope: Scope, inspecting: Inspecting): void {
  const operation = OPERATIONS[suspect.operation];
  if (operation === undefined) return;
  const decides =
    operation.name === undefined
      ? ({ by: 'unknown' } as const)
      : whoDecides(suspect.inputs[operation.name], scope.steps, scope.fed);
  const isAsset =
    operation.name !== undefined &&
    scope.assets.has((suspect.inputs[operation.name] ?? '').replace(/:\d+$/, ''));
  const { rule, effect, why } = judged(operation, decides, isAsset);
  const place = suspect.inFunction === '' ? '' : ` in the function ${quoted(suspect.inFunction, 60)}`;
  inspecting.observe({
    rule: `${format}.${rule}`,
    effect,
    offset: suspect.offset,
    text: `The node ${quoted(suspect.node, 80)}${place} is ${suspect.operation}, which ${operation.does}${why}.`,
    ...(operation.kind === 'saver' || operation.kind === 'asset'
      ? {}
      : { call: callOf(suspect.operation, decides) }),
  });
}

const callOf = (operation: string, decides: Decides): string =>
  `${operation}(${decides.by === 'graph' ? quoted(decides.name) : '…'})`;

function judged(operation: Operation, decides: Decides, isAsset: boolean): Judged {
  const named = decides.by === 'graph' ? `: ${quoted(decides.name)}` : '';
  const byCaller = ', of a name that is given to the model';
  const leavesFolder = decides.by === 'graph' && whereLeads(decides.name) === 'elsewhere';
  switch (operation.kind) {
    case 'python':
      return { rule: 'python-operation', effect: 'dangerous', why: '' };
    case 'writes':
      return {
        rule: 'file-write',
        effect: 'dangerous',
        why: decides.by === 'caller' ? byCaller : named,
      };
    case 'reads':
      if (decides.by === 'graph') return { rule: 'file-read', effect: 'dangerous', why: named };
      return {
        rule: 'file-read',
        effect: 'review',
        why: decides.by === 'caller' ? byCaller : ', of a name that is not followed here',
      };
    case 'saver':
      if (leavesFolder) return { rule: 'checkpoint-elsewhere', effect: 'dangerous', why: named };
      if (decides.by === 'unknown')
        return {
          rule: 'checkpoint-elsewhere',
          effect: 'review',
          why: ', of a name that is computed in a way that is not followed here',
        };
      return { rule: 'saver', effect: 'note', why: decides.by === 'caller' ? ', as its saver does' : named };
    case 'asset':
      if (isAsset || !leavesFolder) return { rule: 'asset', effect: 'note', why: isAsset ? '' : named };
      return { rule: 'asset-elsewhere', effect: 'review', why: named };
    case 'network':
      return { rule: 'network', effect: 'dangerous', why: '' };
    case 'opaque':
      return { rule: 'opaque-program', effect: 'review', why: '' };
    case 'stops':
      return { rule: 'stops-process', effect: 'review', why: '' };
  }
}
