import type { ModelFormat } from '../format.ts';
import { hasText } from '../recognise.ts';
import { inspectTflite } from '../tflite/inspect-tflite.ts';

export default {
  id: 'tflite',
  title: 'TensorFlow Lite model',
  source: 'tensorflow, tensorflow/lite/schema/schema.fbs',
  claims: ({ bytes }) => hasText(bytes, 4, 'TFL3'),
  inspect: inspectTflite,
} satisfies ModelFormat;
