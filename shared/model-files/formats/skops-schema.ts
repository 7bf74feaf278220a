import type { ModelFormat } from '../format.ts';
import { decodeJson, parsePythonJson } from '../python-json.ts';
import { judgeSchema } from '../skops/judge-schema.ts';

const LARGEST = 16 * 1024 * 1024;
/** skops opens the member of its archive by this name alone. Only widens what the content says. */
const OPENED_BY_NAME = /(^|[^a-z])schema\.json$/i;
const HEAD_BYTES = 4096;

export default {
  id: 'skops-schema',
  title: 'The tree of objects of a skops file',
  source: 'skops, skops/io/_persist.py, _general.py, _sklearn.py',
  claims: (head) => {
    if (!head.opensAsJson) return false;
    const { json, bytes, source } = head;
    if (json.includes('"__class__"') && json.includes('"__module__"')) return true;
    return bytes.length >= HEAD_BYTES && OPENED_BY_NAME.test(source.name);
  },
  async inspect(source, inspecting) {
    const bytes = await source.read(0, Math.min(source.size ?? LARGEST, LARGEST));
    if (bytes.length >= LARGEST) return inspecting.missed(`a skops schema is larger than ${LARGEST} bytes`);
    inspecting.spending.expand(bytes.length);
    const parsed = parsePythonJson(decodeJson(bytes));
    if (parsed === undefined) return inspecting.missed('a skops schema is not JSON that can be read');
    judgeSchema(parsed.value, inspecting);
  },
} satisfies ModelFormat;
