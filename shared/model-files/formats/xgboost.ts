import { endsWith } from '../ending.ts';
import type { ModelFormat } from '../format.ts';
import { missedHdf5 } from '../hdf5/user-block.ts';
import type { Head } from '../head.ts';
import { hasText } from '../recognise.ts';

/** Universal Binary JSON writes a key as its length, of eight bytes, and its letters. */
const UBJSON = '{L\0\0\0\0\0\0\0\u0007learner';
const isJson = (head: Head): boolean =>
  head.firstLetter === '{' &&
  /^\s*\{\s*"(?:learner|version)"\s*:/.test(head.text) &&
  head.text.includes('"learner"');
const isLegacy = (bytes: Uint8Array): boolean => hasText(bytes, 0, 'binf');

export default {
  id: 'xgboost',
  title: 'XGBoost model',
  source: 'XGBoost documentation, Introduction to Model IO',
  claims: (head: Head) => isJson(head) || hasText(head.bytes, 0, UBJSON) || isLegacy(head.bytes),
  async inspect(source, inspecting) {
    const head = await source.read(0, 4);
    if (isLegacy(head))
      return inspecting.missed('the binary layout of old versions of XGBoost is not parsed');
    if (!(await endsWith(source, '}'))) inspecting.missed('it ends before its last bracket');
    await missedHdf5(source, inspecting);
    inspecting.observe({
      rule: 'xgboost.trees',
      effect: 'note',
      text: 'It holds trees as numbers and names, in JSON or its binary form, which have no place for code. Only its begin and its end were read.',
    });
  },
} satisfies ModelFormat;
