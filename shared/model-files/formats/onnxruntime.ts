import type { ModelFormat } from '../format.ts';
import { hasText } from '../recognise.ts';

export default {
  id: 'onnxruntime',
  title: 'ONNX Runtime model',
  source: 'microsoft/onnxruntime, onnxruntime/core/flatbuffers/schema/ort.fbs: file_identifier',
  claims: ({ bytes }) => hasText(bytes, 4, 'ORTM'),
  async inspect(_source, inspecting) {
    inspecting.missed(
      'the own format of ONNX Runtime is not parsed: its operators and the files that it names are unknown',
    );
  },
} satisfies ModelFormat;
