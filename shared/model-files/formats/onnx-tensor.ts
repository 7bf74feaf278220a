import type { ModelFormat } from '../format.ts';
import { inspectOnnxTensor } from '../onnx/inspect-onnx.ts';
import { seemsOnnxTensor } from '../onnx/recognise.ts';

export default {
  id: 'onnx-tensor',
  title: 'ONNX tensor',
  source: 'onnx, onnx/onnx.proto, TensorProto',
  claims: seemsOnnxTensor,
  inspect: inspectOnnxTensor,
} satisfies ModelFormat;
