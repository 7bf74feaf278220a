import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { inspectConfig } from '../huggingface/inspect-config.ts';
import { NotJson, parseJson } from '../json/parse-json.ts';
import { inspectKerasText } from '../keras/inspect-keras-text.ts';
import { withLetters } from '../python-json.ts';
import { readText } from '../text/read-text.ts';
import { inspectExpressions } from '../torch-export/inspect-expressions.ts';

const MOST_BYTES = 16 * 1024 * 1024;
const BEGIN = /^\uFEFF?\s{0,1000}(?:\{\s{0,1000}["}]|\[\s{0,1000}[{\]])/;
/** JSON that others understand, in which nothing of this is looked for. */
const OTHERS =
  /"(?:class_name|keras_version|learner|oblivious_trees|modelTopology|__class__|nodes|verificationMaterial|dsseEnvelope|messageSignature)"\s{0,20}:/;
const KNOWN =
  /"(?:model_type|architectures|transformers_version|auto_map|custom_pipelines|tokenizer_class|chat_template|weight_map|_target_|_diffusers_version|_class_name|graph_module)"\s{0,20}:/;

const HEAD_BYTES = 4096;
/** What Hugging Face and torch.export open by its name alone. Only widens what the content says. */
const OPENED_BY_NAME =
  /(?:config|index|modules|adapter_config|tokenizer|exported_program)\.json$|models\/[^/]{1,200}\.json$/i;
/** What Keras builds objects from. */
const isOfKeras = (json: string): boolean => json.includes('"class_name"') && json.includes('"config"');

export default {
  id: 'json-config',
  title: 'JSON configuration of Hugging Face or Hydra',
  source: 'https://huggingface.co/docs/transformers/main_classes/configuration',
  claims,
  inspect,
} satisfies ModelFormat;

function claims(head: Head): boolean {
  if (!head.isText || (head.firstLetter !== '{' && head.firstLetter !== '[')) return false;
  const { text, json, bytes, source } = head;
  if (!BEGIN.test(text)) return false;
  // Keys may lie behind padding in what is opened by its name.
  const isOpenedByName = bytes.length >= HEAD_BYTES && OPENED_BY_NAME.test(source.name);
  return KNOWN.test(json) || !OTHERS.test(json) || isOpenedByName;
}

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const text = await readText(source, MOST_BYTES);
  if (text === undefined)
    return inspecting.missed(`it is longer than the ${MOST_BYTES} bytes that are read of JSON`);
  try {
    const { value, duplicates, end } = parseJson(text, () => inspecting.spending.inTime());
    for (const key of duplicates)
      inspecting.observe({
        rule: 'json.duplicate-key',
        effect: 'review',
        text: `The key ${JSON.stringify(key.slice(0, 120))} stands twice: readers disagree which one counts.`,
      });
    if (end < text.length) inspecting.missed('something follows its JSON');
    const json = withLetters(text);
    const hasExpressions = json.includes('"expr_str"') && inspectExpressions(value, inspecting);
    // Where it stands in the first bytes, the format of Keras has looked at it.
    if (isOfKeras(json) && !isOfKeras(json.slice(0, HEAD_BYTES)))
      await inspectKerasText('a Keras config', Buffer.from(text), inspecting);
    const isKnown = inspectConfig(value, inspecting) || hasExpressions;
    // Within an archive, others read what this does not know.
    if (!isKnown && inspecting.depth === 0) inspecting.missed('it is JSON of no kind that is known');
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    inspecting.missed(`it is not JSON that is understood: ${error.message.slice(0, 100)}`);
  }
}
