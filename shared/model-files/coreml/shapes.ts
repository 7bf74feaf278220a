import type { Shape } from '../protobuf/wire.ts';

// The numbers are those of mlmodel/format/*.proto, held against the descriptors in proto/*_pb2.py of coremltools 9.0. Weights
// are not named, and so are skipped.

const className = (name: string): Shape => ({ name, fields: { 10: { called: 'className', text: 'last' } } });
const customModel = className('CustomModel');
const customLayer = className('CustomLayerParams');

const branch: Shape = {
  name: 'BranchLayerParams',
  fields: {
    1: { called: 'ifBranch', message: () => network },
    2: { called: 'elseBranch', message: () => network },
  },
};

const loop: Shape = {
  name: 'LoopLayerParams',
  fields: {
    3: { called: 'conditionNetwork', message: () => network },
    4: { called: 'bodyNetwork', message: () => network },
  },
};

const layer: Shape = {
  name: 'NeuralNetworkLayer',
  fields: {
    500: { called: 'custom', message: () => customLayer },
    605: { called: 'branch', message: () => branch },
    615: { called: 'loop', message: () => loop },
  },
};

const network: Shape = { name: 'NeuralNetwork', fields: { 1: { called: 'layers', message: () => layer } } };

const textParameter: Shape = {
  name: 'StringParameter',
  fields: { 1: { called: 'defaultValue', text: 'last' } },
};

const linkedModel: Shape = {
  name: 'LinkedModel',
  fields: {
    1: {
      called: 'linkedModelFile',
      message: () => ({
        name: 'LinkedModelFile',
        fields: {
          1: { called: 'fileName', message: () => textParameter },
          2: { called: 'searchPath', message: () => textParameter },
        },
      }),
    },
  },
};

const blobFile: Shape = { name: 'BlobFileValue', fields: { 1: { called: 'fileName', text: 'last' } } };
const values: Shape = { name: 'Values', fields: { 1: { called: 'values', message: () => value } } };
const pair: Shape = {
  name: 'KeyValuePair',
  fields: { 1: { called: 'key', message: () => value }, 2: { called: 'value', message: () => value } },
};
const dictionary: Shape = {
  name: 'DictionaryValue',
  fields: { 1: { called: 'values', message: () => pair } },
};
const immediate: Shape = {
  name: 'ImmediateValue',
  fields: {
    2: { called: 'tuple', message: () => values },
    3: { called: 'list', message: () => values },
    4: { called: 'dictionary', message: () => dictionary },
  },
};
const value: Shape = {
  name: 'Value',
  fields: {
    3: { called: 'immediateValue', message: () => immediate },
    5: { called: 'blobFileValue', message: () => blobFile },
  },
};
const entryOf = (name: string, inner: () => Shape): Shape => ({
  name,
  fields: { 2: { called: 'value', message: inner } },
});
const binding: Shape = { name: 'Binding', fields: { 2: { called: 'value', message: () => value } } };
const argument: Shape = { name: 'Argument', fields: { 1: { called: 'arguments', message: () => binding } } };
const argumentEntry = entryOf('InputsEntry', () => argument);
const valueEntry = entryOf('AttributesEntry', () => value);

const operation: Shape = {
  name: 'Operation',
  fields: {
    1: { called: 'type', text: 'last' },
    2: { called: 'inputs', message: () => argumentEntry },
    4: { called: 'blocks', message: () => block },
    5: { called: 'attributes', message: () => valueEntry },
  },
};

const block: Shape = {
  name: 'Block',
  fields: {
    3: { called: 'operations', message: () => operation },
    4: { called: 'attributes', message: () => valueEntry },
  },
};
const blockEntry = entryOf('BlockSpecializationsEntry', () => block);
const functionShape: Shape = {
  name: 'Function',
  fields: {
    3: { called: 'block_specializations', message: () => blockEntry },
    4: { called: 'attributes', message: () => valueEntry },
  },
};
const functionEntry = entryOf('FunctionsEntry', () => functionShape);
const program: Shape = {
  name: 'Program',
  fields: {
    2: { called: 'functions', message: () => functionEntry },
    4: { called: 'attributes', message: () => valueEntry },
  },
};

const pipeline: Shape = { name: 'Pipeline', fields: { 1: { called: 'models', message: () => model } } };
const pipelineOf: Shape = {
  name: 'PipelineClassifier',
  fields: { 1: { called: 'pipeline', message: () => pipeline } },
};

const serialized: Shape = {
  name: 'SerializedModel',
  fields: { 1: { called: 'identifier', text: 'last' } },
};

export const model: Shape = {
  name: 'Model',
  fields: {
    200: { called: 'pipelineClassifier', message: () => pipelineOf },
    201: { called: 'pipelineRegressor', message: () => pipelineOf },
    202: { called: 'pipeline', message: () => pipeline },
    303: { called: 'neuralNetworkRegressor', message: () => network },
    403: { called: 'neuralNetworkClassifier', message: () => network },
    500: { called: 'neuralNetwork', message: () => network },
    502: { called: 'mlProgram', message: () => program },
    555: { called: 'customModel', message: () => customModel },
    556: { called: 'linkedModel', message: () => linkedModel },
    3000: { called: 'serializedModel', message: () => serialized },
  },
};
