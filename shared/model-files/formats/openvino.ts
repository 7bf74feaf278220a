import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { inspectOpenvino } from '../openvino/inspect-ir.ts';

/** The element `net`, behind whatever may stand before the first element. */
const claims = (head: Head): boolean =>
  head.firstLetter === '<' && /<net\s/.test(head.text) && /<layers?[\s>]/.test(head.text);

export default {
  id: 'openvino',
  title: 'OpenVINO intermediate representation',
  source: 'OpenVINO documentation, operation set specification',
  claims,
  inspect: inspectOpenvino,
} satisfies ModelFormat;
