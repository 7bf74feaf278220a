import type { Head, ModelFormat } from '../format.ts';
import { inspectOpenvino } from '../openvino/inspect-ir.ts';
import { decoded } from '../text.ts';

/** The element `net`, behind whatever may stand before the first element. */
const claims = ({ bytes }: Head): boolean => {
  const text = decoded(bytes);
  return /^\ufeff?\s*</.test(text) && /<net\s/.test(text) && /<layers?[\s>]/.test(text);
};

export default {
  id: 'openvino',
  title: 'OpenVINO intermediate representation',
  source: 'OpenVINO documentation, operation set specification',
  claims,
  inspect: inspectOpenvino,
} satisfies ModelFormat;
