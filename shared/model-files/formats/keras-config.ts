import type { ModelFormat } from '../format.ts';
import { inspectKerasText } from '../keras/inspect-keras-text.ts';

const LARGEST = 16 * 1024 * 1024;
/** What Keras opens by its name alone. Only widens what the content says, where marks may lie behind padding. */
const OPENED_BY_NAME = /(^|[^a-z])(config|model)\.json$/i;
const HEAD_BYTES = 4096;

export default {
  id: 'keras-config',
  title:
    'Configuration of a Keras model: config.json of a .keras file, Keras JSON, TensorFlow.js layers model',
  source: 'keras/src/saving/serialization_lib.py, saving_lib.py; tfjs-layers model.json',
  claims: (head) => {
    if (!head.opensAsJson) return false;
    const { json, bytes, source } = head;
    if (json.includes('"modelTopology"')) return true;
    if (json.includes('"class_name"') && json.includes('"config"')) return true;
    return bytes.length >= HEAD_BYTES && OPENED_BY_NAME.test(source.name);
  },
  async inspect(source, inspecting) {
    const bytes = await source.read(0, Math.min(source.size ?? LARGEST, LARGEST));
    if (bytes.length >= LARGEST) return inspecting.missed(`a Keras config is larger than ${LARGEST} bytes`);
    await inspectKerasText('a Keras config', bytes, inspecting);
  },
} satisfies ModelFormat;
