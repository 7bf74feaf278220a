import type { ModelFormat } from '../format.ts';
import { inspectTensorFlow } from '../tensorflow/inspect-graphs.ts';
import { seemsKerasMetadata } from '../tensorflow/recognise.ts';
import { kerasMetadata } from '../tensorflow/shapes.ts';

export default {
  id: 'keras-metadata',
  title: 'Keras metadata of a SavedModel',
  source: 'keras, keras/protobuf/saved_metadata.proto',
  claims: seemsKerasMetadata,
  inspect: (source, inspecting) => inspectTensorFlow('keras-metadata', kerasMetadata, source, inspecting),
} satisfies ModelFormat;
