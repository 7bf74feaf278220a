import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { inspectYaml } from '../hydra/inspect-yaml.ts';
import { NotYaml, yamlTree } from '../hydra/yaml-tree.ts';
import { behindComments, readText } from '../text/read-text.ts';

const MOST_BYTES = 512 * 1024;
/** The first line that is no comment, where a block of YAML begins. */
const FIRST_LINE =
  /^(?:[ \t\r]{0,100}(?:#[^\n]{0,4000})?\n){0,500}(?!(?:class|def|if|for|while|with|try|async)\b)(?:---|%YAML|%TAG|![\w/!<]|&\S+\s|\? |- \S|['"]?[\w$][\w .$/-]{0,100}['"]?:(?:\s|$))/;

export default {
  id: 'hydra-config',
  title: 'YAML configuration of Hydra, NeMo or MLflow',
  source: 'https://hydra.cc/docs/advanced/instantiate_objects/overview/',
  claims,
  inspect,
} satisfies ModelFormat;

function claims(head: Head): boolean | Promise<boolean> {
  if (!head.isText) return false;
  return FIRST_LINE.test(head.text) || (behindComments(head)?.then((text) => FIRST_LINE.test(text)) ?? false);
}

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const text = await readText(source, MOST_BYTES);
  if (text === undefined)
    return inspecting.missed(`it is longer than the ${MOST_BYTES} bytes that are read of YAML`);
  try {
    const { documents, tags } = yamlTree(text);
    const isKnown = inspectYaml({ documents, tags }, inspecting);
    if (!isKnown && inspecting.depth === 0) inspecting.missed('it is YAML of no kind that is known');
  } catch (error) {
    if (!(error instanceof NotYaml)) throw error;
    inspecting.missed(`it is not YAML that is understood: ${error.message.slice(0, 100)}`);
  }
}
