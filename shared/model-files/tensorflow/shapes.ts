import type { Shape } from '../protobuf/wire.ts';

// The numbers are those of tensorflow/core/framework and tensorflow/core/protobuf, held against the descriptors in the
// *_pb2.py of tensorflow-cpu 2.21.0. What is not named is skipped, the content of tensors first of all.

const tensor: Shape = {
  name: 'TensorProto',
  fields: { 4: { called: 'tensor_content', span: true }, 8: { called: 'string_val', text: 'every' } },
};

const list: Shape = {
  name: 'ListValue',
  fields: {
    2: { called: 's', text: 'every' },
    8: { called: 'tensor', message: () => tensor },
    9: { called: 'func', message: () => nameAttrList },
  },
};

const nameAttrList: Shape = {
  name: 'NameAttrList',
  fields: {
    1: { called: 'name', text: 'last' },
    2: { called: 'attr', message: () => attribute },
  },
};

const value: Shape = {
  name: 'AttrValue',
  fields: {
    1: { called: 'list', message: () => list },
    2: { called: 's', text: 'last' },
    8: { called: 'tensor', message: () => tensor },
    9: { called: 'placeholder', text: 'last' },
    10: { called: 'func', message: () => nameAttrList },
  },
};

const attribute: Shape = {
  name: 'AttrEntry',
  fields: { 1: { called: 'key', text: 'last' }, 2: { called: 'value', message: () => value } },
};

export const node: Shape = {
  name: 'NodeDef',
  fields: {
    1: { called: 'name', text: 'last' },
    2: { called: 'op', text: 'last' },
    3: { called: 'input', text: 'every' },
    5: { called: 'attr', message: () => attribute },
  },
};

const argument: Shape = { name: 'ArgDef', fields: { 1: { called: 'name', text: 'last' } } };

const signature: Shape = {
  name: 'OpDef',
  fields: {
    1: { called: 'name', text: 'last' },
    2: { called: 'input_arg', message: () => argument },
  },
};

const functionDef: Shape = {
  name: 'FunctionDef',
  fields: {
    1: { called: 'signature', message: () => signature },
    3: { called: 'node_def', message: () => node },
  },
};

const library: Shape = {
  name: 'FunctionDefLibrary',
  fields: { 1: { called: 'function', message: () => functionDef } },
};

export const graph: Shape = {
  name: 'GraphDef',
  fields: { 1: { called: 'node', message: () => node }, 2: { called: 'library', message: () => library } },
};

const tensorInfo: Shape = { name: 'TensorInfo', fields: { 1: { called: 'name', text: 'last' } } };

const assetFile: Shape = {
  name: 'AssetFileDef',
  fields: {
    1: { called: 'tensor_info', message: () => tensorInfo },
    2: { called: 'filename', text: 'last' },
  },
};

const userObject: Shape = {
  name: 'SavedUserObject',
  fields: { 1: { called: 'identifier', text: 'last' }, 3: { called: 'metadata', span: true } },
};

const savedObject: Shape = {
  name: 'SavedObject',
  fields: { 4: { called: 'user_object', message: () => userObject } },
};

const objectGraph: Shape = {
  name: 'SavedObjectGraph',
  fields: { 1: { called: 'nodes', message: () => savedObject } },
};

export const metaGraph: Shape = {
  name: 'MetaGraphDef',
  fields: {
    2: { called: 'graph_def', message: () => graph },
    6: { called: 'asset_file_def', message: () => assetFile },
    7: { called: 'object_graph_def', message: () => objectGraph },
  },
};

export const savedModel: Shape = {
  name: 'SavedModel',
  fields: { 2: { called: 'meta_graphs', message: () => metaGraph } },
};

/** keras_metadata.pb, which Keras 2.5 and later write beside saved_model.pb: saved_metadata.proto of tf_keras. */
export const kerasMetadata: Shape = {
  name: 'SavedMetadata',
  fields: {
    1: {
      called: 'nodes',
      message: () => ({
        name: 'KerasObject',
        fields: { 4: { called: 'identifier', text: 'last' }, 5: { called: 'metadata', span: true } },
      }),
    },
  },
};
