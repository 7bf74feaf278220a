import type { ModelFormat } from '../format.ts';
import { inspectTensorFlow } from '../tensorflow/inspect-graphs.ts';
import { seemsSavedModel } from '../tensorflow/recognise.ts';
import { savedModel } from '../tensorflow/shapes.ts';

export default {
  id: 'tensorflow-saved-model',
  title: 'TensorFlow SavedModel',
  source: 'tensorflow, tensorflow/core/protobuf/saved_model.proto',
  claims: seemsSavedModel,
  inspect: (source, inspecting) =>
    inspectTensorFlow('tensorflow-saved-model', savedModel, source, inspecting),
} satisfies ModelFormat;
