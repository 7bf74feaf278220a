import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import { NotXml, type XmlToken, xmlTokens } from '../pmml/tokens.ts';
import { quoted } from '../text/quoted.ts';
import { readText } from '../text/read-text.ts';

const MOST_BYTES = 16 * 1024 * 1024;
const BEGIN = /^\uFEFF?\s{0,1000}<(?:\?xml\s|PMML\b|!DOCTYPE\s{1,20}PMML\b|[\w-]{1,50}:PMML\b)/;
/** XML of others: models of OpenVINO, pictures, pages. */
const PMML = /<(?:[\w-]{1,50}:)?PMML[\s>]|DOCTYPE\s{1,20}PMML\b/;
const ENTITY = /<!ENTITY\s/;
const EXTERNAL = /\b(?:SYSTEM|PUBLIC)\b/;
/** Code in an extension, by the names that evaluators of PMML give to it. */
const CODE = /\b(?:script|java|class|python|eval|exec|javascript|groovy)\b/i;

export default {
  id: 'pmml',
  title: 'PMML',
  source: 'https://dmg.org/pmml/v4-4-1/GeneralStructure.html',
  claims: (head) => {
    if (!head.isText || head.firstLetter !== '<') return false;
    const { text } = head;
    // An entity may keep the element itself out of the first bytes.
    return BEGIN.test(text) && (PMML.test(text) || ENTITY.test(text));
  },
  inspect,
} satisfies ModelFormat;

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const text = await readText(source, MOST_BYTES);
  if (text === undefined)
    return inspecting.missed(`it is longer than the ${MOST_BYTES} bytes that are read of XML`);
  let tokens = 0;
  try {
    for (const token of xmlTokens(text)) {
      if ((tokens++ & 1023) === 0) inspecting.spending.inTime();
      inspectToken(token, inspecting);
    }
  } catch (error) {
    if (!(error instanceof NotXml)) throw error;
    inspecting.missed(`it is not XML that is understood: ${error.message}`);
  }
}

function inspectToken({ kind, name, text }: XmlToken, inspecting: Inspecting): void {
  const observe = (rule: string, effect: 'dangerous' | 'review', what: string): void =>
    inspecting.observe({ rule: `pmml.${rule}`, effect, text: `${what}: ${quoted(text, 160)}` });
  if (kind === 'doctype') {
    if (EXTERNAL.test(text))
      observe(
        'external-entity',
        'dangerous',
        'Reading it reads a file or an address that a declaration names',
      );
    else if (ENTITY.test(text))
      observe('entity', 'review', 'A declaration makes entities, of which few become many');
    else observe('doctype', 'review', 'A declaration is in it, which no PMML needs');
  } else if (kind === 'instruction' && name !== 'xml')
    observe('instruction', 'review', 'An instruction for whoever reads it is in it');
  else if (kind === 'open' && name === 'include')
    observe('external-entity', 'dangerous', 'Reading it includes a file or an address');
  else if (kind === 'open' && name === 'Extension' && CODE.test(text))
    observe('extension', 'review', 'An extension names code, which an evaluator may run');
}
