import { dangerOf } from '../known-callables.ts';
import { glimpse } from '../protobuf/glimpse.ts';
import { asObject, asText } from '../python-json.ts';
import { operationByName } from '../tensorflow/by-name.ts';
import { decoded } from '../text.ts';

export interface OperationLayer {
  readonly effect: 'dangerous' | 'review';
  /** `tensorflow.io.write_file`, or the operation of a graph. */
  readonly calls: string;
  /** As in “which writes a file”. */
  readonly does: string;
}

/**
 * Layers that call something of TensorFlow by the name that their configuration gives: tf_keras 2.21.0,
 * layers/core/tf_op_layer.py and engine/base_layer.py. Undefined for other layers, and for what computes.
 */
export function operationLayer(
  className: string,
  config: Readonly<Record<string, unknown>>,
): OperationLayer | undefined {
  switch (className) {
    case 'TFOpLambda':
    case 'SlicingOpLambda':
      return ofSymbol(asText(config['function']));
    case 'ClassMethod':
      return ofMethod(asText(config['cls_symbol']), asText(config['method_name']));
    case 'TensorFlowOpLayer':
      return ofNode(config['node_def']);
    default:
      return undefined;
  }
}

function ofSymbol(symbol: string | undefined): OperationLayer | undefined {
  const does = symbol === undefined ? undefined : dangerOf('tensorflow', symbol);
  return does === undefined ? undefined : { effect: 'dangerous', calls: `tensorflow.${symbol}`, does };
}

function ofMethod(symbol: string | undefined, method: string | undefined): OperationLayer | undefined {
  if (symbol === undefined || method === undefined) return undefined;
  const judged = ofSymbol(symbol) ?? ofSymbol(`${symbol}.${method}`);
  if (judged !== undefined || !method.startsWith('__')) return judged;
  return {
    effect: 'review',
    calls: `tensorflow.${symbol}.${method}`,
    does: 'is a method that Python keeps to itself',
  };
}

/** A NodeDef, as JSON or serialized. */
function ofNode(node: unknown): OperationLayer | undefined {
  const serialized = asText(node);
  const operation =
    serialized === undefined ? asText(asObject(node)?.['op']) : operationOf(Buffer.from(serialized, 'utf8'));
  if (operation === undefined)
    return { effect: 'review', calls: 'an operation', does: 'is not understood here' };
  const judged = operationByName(operation);
  return judged && { ...judged, calls: operation };
}

function operationOf(bytes: Uint8Array): string | undefined {
  const field = glimpse(bytes)?.findLast(({ number, wire }) => number === 2 && wire === 2);
  return field && decoded(field.bytes);
}
