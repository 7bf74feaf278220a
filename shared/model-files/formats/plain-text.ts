import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { inspectHiddenYaml } from '../hydra/inspect-hidden-yaml.ts';
import { inspectTemplate } from '../templates/inspect-template.ts';
import { readText } from '../text/read-text.ts';

/** How data begin that something reads: JSON, XML, YAML documents, protobuf in text, a script that names its interpreter. */
const DATA =
  /^\uFEFF?\s{0,1000}(?:[{[<]|%YAML|---\s|#!)|^\s{0,100}(?:node|graph_def|meta_info_def|meta_graphs|ir_version|opset_import)\s{0,10}[{:<]/m;
/** Graphs of TensorFlow in the text form of protobuf, which may have comments before them. */
const GRAPH = /^[ \t]{0,100}(?:meta_graphs|graph_def)[ \t]{0,10}[{:<]/m;

/** Lists of words are long, and templates and configurations are not. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_BYTES_OF_TEMPLATE = 1024 * 1024;
const JINJA = /\{[{%]/;

/**
 * Text for people beside a model: a model card, a licence, a list of words. All of it is searched for what a loader of
 * templates or of YAML would run, were the text given to one.
 */
export default {
  id: 'plain-text',
  title: 'Text that nothing loads as a model',
  source: 'none: it is of no format',
  isLastResort: true,
  claims: (head: Head) => head.isText && !DATA.test(head.text),
  inspect,
} satisfies ModelFormat;

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const { depth } = inspecting;
  if (depth === 0)
    inspecting.observe({
      rule: 'plain-text.not-a-model',
      effect: 'note',
      text: 'It is text for people, which nothing loads as a model.',
    });
  const text = await readText(source, MOST_BYTES);
  if (text === undefined)
    return inspecting.missed(`it is longer than the ${MOST_BYTES} bytes that are read of text`);
  if (text.includes('\0')) inspecting.missed('what follows its begin is no text');
  if (GRAPH.test(text)) inspecting.missed('it may be a graph of TensorFlow as text, which is not parsed');
  // Whoever writes of a danger shows it: what stands in a text for people is never more than for review.
  const observe: Inspecting['observe'] = (seen) => {
    if (seen.effect === 'dangerous') inspecting.observe({ ...seen, effect: 'review' });
  };
  const cautious = { ...inspecting, observe };
  if (JINJA.test(text) && text.length <= MOST_BYTES_OF_TEMPLATE)
    inspectTemplate(text, { ...cautious, missed: () => {} }, { name: 'the text' });
  inspectHiddenYaml(text, cautious);
}
