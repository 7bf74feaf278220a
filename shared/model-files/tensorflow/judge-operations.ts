import { whereLeads } from '../file-reference.ts';
import type { Inspecting } from '../format.ts';
import type { Observation } from '../inspection.ts';
import { quoted } from '../text.ts';
import { type Calls, type Decides, nodeOf, type Scope, whoDecides } from './file-names.ts';
import { OPERATIONS, type Operation } from './operations.ts';

/** A node whose operation does more than compute. */
export interface Suspect {
  readonly operation: string;
  readonly node: string;
  readonly offset: number;
  readonly inputs: readonly string[];
}

type Judged = Pick<Observation, 'rule' | 'effect'> & { readonly why: string; readonly name?: string };

const WORST = ['dangerous', 'review', 'note'];

export interface Surroundings {
  readonly scope: Scope;
  readonly calls: Calls;
  /** Nodes whose text is replaced by where the asset lies. */
  readonly assets: ReadonlySet<string>;
}

/** What an operation that stands in a graph does to whoever runs the graph. */
export function judgeOperation(
  format: string,
  { operation: called, node, offset, inputs }: Suspect,
  { scope, calls, assets }: Surroundings,
  inspecting: Inspecting,
): void {
  const operation = OPERATIONS[called];
  if (operation === undefined) return;
  const input = operation.name === undefined ? undefined : inputs[operation.name];
  const isAsset = scope.name === '' && input !== undefined && assets.has(nodeOf(input));
  const decides: Decides[] =
    operation.name === undefined ? [{ by: 'unknown' }] : whoDecides(input, scope, calls);
  const [worst] = decides
    .map((each) => judged(operation, each, isAsset))
    .sort((one, other) => WORST.indexOf(one.effect) - WORST.indexOf(other.effect));
  if (worst === undefined) return;
  const place = scope.name === '' ? '' : ` in the function ${quoted(scope.name, 60)}`;
  inspecting.observe({
    rule: `${format}.${worst.rule}`,
    effect: worst.effect,
    offset,
    text: `The node ${quoted(node, 80)}${place} is ${called}, which ${operation.does}${worst.why}.`,
    ...(worst.effect === 'note' ? {} : { call: `${called}(${worst.name ?? '…'})` }),
  });
}

function judged(operation: Operation, decides: Decides, isAsset: boolean): Judged {
  const name = decides.by === 'graph' ? quoted(decides.name) : undefined;
  const whose = {
    caller: ', of a name that is given to the model',
    graph: `: ${name}`,
    unknown: ', of a name that is not followed here',
  }[decides.by];
  const leavesFolder = decides.by === 'graph' && whereLeads(decides.name) === 'elsewhere';
  const judgement = (rule: string, effect: Observation['effect'], why = ''): Judged => ({
    rule,
    effect,
    why,
    ...(name === undefined ? {} : { name }),
  });
  switch (operation.kind) {
    case 'python':
      return judgement('python-operation', 'dangerous');
    case 'writes':
      if (operation.needsName === true && decides.by === 'graph' && decides.name === '')
        return judgement('in-memory', 'note');
      return judgement('file-write', 'dangerous', whose);
    case 'reads':
      return judgement('file-read', decides.by === 'graph' ? 'dangerous' : 'review', whose);
    case 'saver':
      if (leavesFolder) return judgement('checkpoint-elsewhere', 'dangerous', whose);
      if (decides.by === 'unknown') return judgement('checkpoint-elsewhere', 'review', whose);
      return judgement('saver', 'note', whose);
    case 'asset':
      if (isAsset) return judgement('asset', 'note');
      return leavesFolder ? judgement('asset-elsewhere', 'review', whose) : judgement('asset', 'note', whose);
    case 'network':
      return judgement('network', 'dangerous');
    case 'opaque':
      return judgement('opaque-program', 'review');
    case 'stops':
      return judgement('stops-process', 'review');
  }
}
