import type { ModelFormat } from '../format.ts';
import { inspectTensorFlow } from '../tensorflow/inspect-graphs.ts';
import { isMetaGraphFile, seemsGraph } from '../tensorflow/recognise.ts';
import { graph, metaGraph } from '../tensorflow/shapes.ts';

export default {
  id: 'tensorflow-graph',
  title: 'TensorFlow graph',
  source: 'tensorflow, tensorflow/core/framework/graph.proto and core/protobuf/meta_graph.proto',
  claims: seemsGraph,
  async inspect(source, inspecting) {
    const bytes = await source.read(0, 4096);
    const shape = isMetaGraphFile({ bytes }) ? metaGraph : graph;
    await inspectTensorFlow('tensorflow-graph', shape, source, inspecting);
  },
} satisfies ModelFormat;
