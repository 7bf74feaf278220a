import type { Shape } from '../protobuf/wire.ts';

// The numbers are those of onnx/onnx.proto of ONNX 1.23. What is not named is skipped: raw_data and its like, names of values,
// doc strings.

const entry: Shape = {
  name: 'StringStringEntryProto',
  fields: { 1: { called: 'key', text: 'last' }, 2: { called: 'value', text: 'last' } },
};

export const tensor: Shape = {
  name: 'TensorProto',
  fields: {
    8: { called: 'name', text: 'last' },
    13: { called: 'external_data', message: () => entry },
  },
};

const sparseTensor: Shape = {
  name: 'SparseTensorProto',
  fields: {
    1: { called: 'values', message: () => tensor },
    2: { called: 'indices', message: () => tensor },
  },
};

const attribute: Shape = {
  name: 'AttributeProto',
  fields: {
    1: { called: 'name', text: 'last' },
    3: { called: 'i', number: true },
    4: { called: 's', text: 'last' },
    5: { called: 't', message: () => tensor },
    6: { called: 'g', message: () => graph },
    10: { called: 'tensors', message: () => tensor },
    11: { called: 'graphs', message: () => graph },
    22: { called: 'sparse_tensor', message: () => sparseTensor },
    23: { called: 'sparse_tensors', message: () => sparseTensor },
  },
};

const node: Shape = {
  name: 'NodeProto',
  fields: {
    4: { called: 'op_type', text: 'last' },
    5: { called: 'attribute', message: () => attribute },
    7: { called: 'domain', text: 'last' },
  },
};

const graph: Shape = {
  name: 'GraphProto',
  fields: {
    1: { called: 'node', message: () => node },
    5: { called: 'initializer', message: () => tensor },
    15: { called: 'sparse_initializer', message: () => sparseTensor },
  },
};

const functionShape: Shape = {
  name: 'FunctionProto',
  fields: {
    1: { called: 'name', text: 'last' },
    7: { called: 'node', message: () => node },
    10: { called: 'domain', text: 'last' },
    11: { called: 'attribute_proto', message: () => attribute },
  },
};

const trainingInfo: Shape = {
  name: 'TrainingInfoProto',
  fields: {
    1: { called: 'initialization', message: () => graph },
    2: { called: 'algorithm', message: () => graph },
  },
};

export const model: Shape = {
  name: 'ModelProto',
  fields: {
    7: { called: 'graph', message: () => graph },
    20: { called: 'training_info', message: () => trainingInfo },
    25: { called: 'functions', message: () => functionShape },
  },
};
