import {
  int,
  bytesOf as messageOf,
  nested,
  type Pieces,
  text,
} from '#test/shared/model-files/protobuf-builder.ts';
import type { Checkpoint, Nature } from '../checkpoint.ts';
import { type Content, contentOf } from '../content.ts';
import { bytesOf, ENCODER, type Tensor } from '../encoder.ts';

// Field numbers of tensorflow/core/framework and tensorflow/core/protobuf.
const FLOAT = 1;
const RESOURCE = 20;

const attribute = (key: string, ...value: readonly Pieces[]): Pieces =>
  nested(5, text(1, key), nested(2, ...value));
const shapeOf = (shape: readonly number[]): Pieces =>
  nested(7, ...shape.map((length) => nested(2, int(1, length))));
const outputShapes = (shape: readonly number[]): Pieces =>
  attribute('_output_shapes', nested(1, shapeOf(shape)));
const dtype = attribute('dtype', int(6, FLOAT));
const device = attribute('_class', nested(1));

interface Node {
  readonly name: string;
  readonly operation: string;
  readonly inputs?: readonly string[];
  readonly attributes?: readonly Pieces[];
}
const node = (field: number, { name, operation, inputs = [], attributes = [] }: Node): Pieces =>
  nested(field, text(1, name), text(2, operation), ...inputs.map((input) => text(3, input)), ...attributes);

/** A variable in the graph: its handle, and what reads and what initialises it. */
function variable({ name, shape }: Tensor): Node[] {
  const path = name.replaceAll('.', '/');
  return [
    {
      name: path,
      operation: 'VarHandleOp',
      attributes: [
        device,
        dtype,
        attribute('shape', shapeOf(shape)),
        attribute('shared_name', text(2, path)),
        attribute('debug_name', text(2, `${path}/`)),
        outputShapes([]),
      ],
    },
    {
      name: `${path}/Read/ReadVariableOp`,
      operation: 'ReadVariableOp',
      inputs: [path],
      attributes: [dtype, outputShapes(shape)],
    },
  ];
}

/** What a layer of the encoder computes, as operations: about as many as tracing BERT gives. */
const COMPUTED = [
  ...['query', 'key', 'value'].flatMap((name) => [
    `${name}/MatMul`,
    `${name}/BiasAdd`,
    `${name}/Reshape`,
    `${name}/Transpose`,
  ]),
  ...['MatMul', 'Mul', 'Add', 'Softmax', 'MatMul_1', 'Transpose', 'Reshape'].map(
    (name) => `attention/${name}`,
  ),
  ...['attention/output', 'output'].flatMap((name) => [
    ...['dense/MatMul', 'dense/BiasAdd', 'add'].map((operation) => `${name}/${operation}`),
    ...['Mean', 'SquaredDifference', 'Mean_1', 'Add', 'Rsqrt', 'Mul', 'Mul_1', 'Sub', 'Add_1'].map(
      (operation) => `${name}/LayerNorm/${operation}`,
    ),
  ]),
  ...['MatMul', 'BiasAdd', 'Gelu/Mul', 'Gelu/Erf', 'Gelu/Add', 'Gelu/Mul_1'].map(
    (name) => `intermediate/${name}`,
  ),
];
const LAYERS = 24;

function computing(within: string): Node[] {
  return Array.from({ length: LAYERS }, (_, layer) =>
    COMPUTED.map((path, index) => ({
      name: `${within}encoder/layer_${layer}/${path}`,
      operation: (path.split('/').at(-1) ?? 'Add').replace(/_\d$/, ''),
      inputs: [
        `${within}encoder/layer_${layer}/${COMPUTED[Math.max(0, index - 1)]}`,
        `${within}encoder/layer_${layer}/${COMPUTED[Math.max(0, index - 2)]}/ReadVariableOp`,
      ],
      attributes: [attribute('T', int(6, FLOAT)), outputShapes([1, 512, 1024])],
    })),
  ).flat();
}

/** Reads of the variables within a function, one argument each. */
const reading = (): Node[] =>
  ENCODER.map(({ name, shape }, index) => ({
    name: `${name.replaceAll('.', '/')}/ReadVariableOp`,
    operation: 'ReadVariableOp',
    inputs: [`unknown_${index}`],
    attributes: [dtype, outputShapes(shape)],
  }));

/** Restoring assigns every variable. */
const restoring = (): Node[] =>
  ENCODER.flatMap((_, index) => [
    {
      name: `Identity_${index + 1}`,
      operation: 'Identity',
      inputs: [`RestoreV2:tensors:${index}`],
      attributes: [attribute('T', int(6, FLOAT))],
    },
    {
      name: `AssignVariableOp_${index}`,
      operation: 'AssignVariableOp',
      inputs: [`assignvariableop_${index}`, `Identity_${index + 1}:output:0`],
      attributes: [dtype],
    },
  ]);

function functionOf(name: string, nodes: readonly Node[]): Pieces {
  const argument = (index: number): Pieces => nested(2, text(1, `unknown_${index}`), int(3, RESOURCE));
  return nested(
    1,
    nested(
      1,
      text(1, name),
      ...ENCODER.map((_, index) => argument(index)),
      nested(3, text(1, 'identity'), int(3, FLOAT)),
    ),
    ...nodes.map((each) => node(3, each)),
  );
}

const HOSTILE: Node = {
  name: 'save/WriteFile',
  operation: 'WriteFile',
  inputs: ['save/path', 'save/content'],
};

/** `traced`: how often the model was traced into a function of its own. */
function savedModel(traced: number, nature: Nature): Content {
  const names = [
    '__inference_signature_wrapper_1',
    ...Array.from(
      { length: traced - 1 },
      (_, index) => `__inference_model_layer_call_and_return_conditional_losses_${index + 2}`,
    ),
  ];
  const functions = [
    ...names.map((name) => functionOf(name, [...reading(), ...computing('')])),
    functionOf('__inference__traced_restore_3', restoring()),
  ];
  const variables = ENCODER.flatMap(variable);
  const objects = ENCODER.map(({ name, shape }) =>
    nested(
      1,
      nested(
        7,
        int(1, FLOAT),
        nested(2, ...shape.map((length) => nested(2, int(1, length)))),
        int(3, 1),
        text(6, name.replaceAll('.', '/')),
      ),
    ),
  );
  return contentOf(
    messageOf(
      int(1, 1),
      nested(
        2,
        nested(1, text(4, 'serve'), text(5, '2.19.0')),
        nested(
          2,
          ...[...variables, ...(nature === 'hostile' ? [HOSTILE] : [])].map((each) => node(1, each)),
          nested(2, ...functions),
        ),
        nested(7, ...objects),
      ),
    ),
  );
}

/** The table of LevelDB that tells where in the shard each variable lies: tensorflow/core/util/tensor_bundle. */
function index(): Content {
  let end = 0;
  const entries: [string, Uint8Array][] = [['', messageOf(int(1, 1), nested(3, int(1, 1)))]];
  for (const [at, tensor] of ENCODER.entries()) {
    const shape = nested(2, ...tensor.shape.map((length) => nested(2, int(1, length))));
    const entry = messageOf(int(1, FLOAT), shape, int(4, end), int(5, bytesOf(tensor)));
    entries.push([`variables/${String(at).padStart(4, '0')}/.ATTRIBUTES/VARIABLE_VALUE`, entry]);
    end += bytesOf(tensor);
  }
  const varint = (value: number): Uint8Array => messageOf(int(1, value)).subarray(1);
  const block = (of: readonly (readonly [string, Uint8Array])[]): Buffer => {
    const written = of.map(([key, value]) =>
      Buffer.concat([varint(0), varint(key.length), varint(value.length), Buffer.from(key), value]),
    );
    const restarts = Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]);
    return Buffer.concat([...written, restarts]);
  };
  // Neither compressed nor with a checksum, which nobody here looks at.
  const trailer = Buffer.alloc(5);
  const values = block(entries);
  const meta = block([]);
  const handle = (from: number, size: number): Buffer => Buffer.concat([varint(from), varint(size)]);
  const indices = block([['w', handle(0, values.length)]]);
  const metaAt = values.length + trailer.length;
  const indexAt = metaAt + meta.length + trailer.length;
  const handles = Buffer.concat([handle(metaAt, meta.length), handle(indexAt, indices.length)]);
  const magic = Buffer.from([0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb]);
  const footer = Buffer.concat([handles, Buffer.alloc(40 - handles.length), magic]);
  return contentOf(values, trailer, meta, trailer, indices, trailer, footer);
}

const filesOf = (traced: number, nature: Nature): ReadonlyMap<string, Content> =>
  new Map([
    ['saved_model.pb', savedModel(traced, nature)],
    ['variables/variables.index', index()],
    [
      'variables/variables.data-00000-of-00001',
      contentOf(...ENCODER.map((tensor) => ({ numbers: bytesOf(tensor) }))),
    ],
  ]);

const NOT_CLEAN =
  'variables.data holds numbers and nothing that says so: of a file of no known format nothing is known';

export const savedModelOfOneSignature: Checkpoint = {
  id: 'saved-model',
  title: 'SavedModel, one signature',
  mostPercent: 0.1,
  notCleanBecause: NOT_CLEAN,
  files: (nature) => filesOf(1, nature),
};

export const savedModelOfKeras: Checkpoint = {
  id: 'saved-model-traced',
  title: 'SavedModel, traced eight times',
  mostPercent: 0.1,
  overBecause: 'saved_model.pb is the program itself, of which any node may act, and here it is large',
  notCleanBecause: NOT_CLEAN,
  files: (nature) => filesOf(8, nature),
};
