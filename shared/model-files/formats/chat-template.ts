import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { inspectTemplate } from '../templates/inspect-template.ts';
import { readText } from '../text/read-text.ts';

const MOST_BYTES = 1024 * 1024;
/** A tag that has no meaning but to Jinja. `{{` alone stands in many a text. */
const STATEMENT =
  /\{%[-+]?[ \t\r\n]{0,20}(?:if|for|set|macro|block|extends|include|import|from|with|filter|call|do)\b/;
const EXPRESSION_FIRST = /^\s{0,200}\{[{#%]/;
/** JSON and YAML that hold a template are read as what they are. */
const OTHERS = /^\s{0,200}(?:[{[]\s{0,200}["{[\]}]|[\w.-]{1,100}:(?:\s|$)|---|<)/;

/** What transformers takes for a template by its name alone. Only widens what the content says. */
const TEMPLATE_BY_NAME = /\.(?:jinja2?|j2)$/i;

export default {
  id: 'chat-template',
  title: 'Jinja chat template',
  source: 'https://huggingface.co/docs/transformers/chat_templating',
  claims,
  inspect,
} satisfies ModelFormat;

function claims(head: Head): boolean {
  if (!head.isText) return false;
  const { text } = head;
  if (TEMPLATE_BY_NAME.test(head.source.name)) return true;
  if (EXPRESSION_FIRST.test(text) && !/^\s{0,200}\{\s/.test(text)) return true;
  return STATEMENT.test(text) && !OTHERS.test(text);
}

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const template = await readText(source, MOST_BYTES);
  if (template === undefined)
    return inspecting.missed(`it is longer than the ${MOST_BYTES} bytes that are read of a template`);
  inspectTemplate(template, inspecting, { name: 'chat_template' });
}
