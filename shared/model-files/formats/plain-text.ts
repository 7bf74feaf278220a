import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';

/** How data begin that something reads: JSON, XML, YAML documents, protobuf in text, a script that names its interpreter. */
const DATA =
  /^\uFEFF?\s{0,1000}(?:[{[<]|%YAML|---\s|#!)|^\s{0,100}(?:node|graph_def|meta_info_def|meta_graphs|ir_version|opset_import)\s{0,10}[{:]/m;

/**
 * Text for people beside a model: a model card, a licence, a list of words. Only the begin is looked at, where every
 * loader that takes text begins to read.
 */
export default {
  id: 'plain-text',
  title: 'Text that nothing loads as a model',
  source: 'none: it is of no format',
  isLastResort: true,
  claims: (head: Head) => head.isText && !DATA.test(head.text),
  inspect: async (_source, { depth, observe }) => {
    if (depth > 0) return;
    observe({
      rule: 'plain-text.not-a-model',
      effect: 'note',
      text: 'It is text for people, which nothing loads as a model.',
    });
  },
} satisfies ModelFormat;
