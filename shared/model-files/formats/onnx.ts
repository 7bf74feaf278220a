import type { ModelFormat } from '../format.ts';
import { inspectOnnxModel } from '../onnx/inspect-onnx.ts';
import { seemsOnnxModel } from '../onnx/recognise.ts';

export default {
  id: 'onnx',
  title: 'ONNX model',
  source: 'onnx, onnx/onnx.proto, ModelProto',
  claims: seemsOnnxModel,
  inspect: inspectOnnxModel,
} satisfies ModelFormat;
