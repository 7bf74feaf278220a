import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { decoded, quoted } from '../text.ts';

const MOST_BYTES = 32 * 1024 * 1024;
/** These take the address of a table of functions as a number; libmxnet.so of mxnet 1.9.1 has them. */
const BY_ADDRESS = new Set<unknown>(['_Native', '_NDArray']);

const claims = (head: Head): boolean => {
  if (head.firstLetter !== '{') return false;
  const { text } = head;
  return /^\s*\{\s*"nodes"\s*:\s*\[\s*\{/.test(text) && /"op"\s*:/.test(text) && /"inputs"\s*:/.test(text);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export default {
  id: 'mxnet-symbol',
  title: 'MXNet symbol',
  source: 'mxnet, python/mxnet/symbol, Symbol.tojson',
  claims,
  async inspect(source, inspecting) {
    const { size } = source;
    if (size === undefined || size > MOST_BYTES)
      return inspecting.missed(`it is longer than ${MOST_BYTES} bytes of JSON`);
    let symbol: unknown;
    try {
      symbol = JSON.parse(decoded(await source.read(0, size)));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return inspecting.missed('it is no JSON');
    }
    const nodes = isRecord(symbol) && Array.isArray(symbol['nodes']) ? (symbol['nodes'] as unknown[]) : [];
    for (const node of nodes) {
      if (!isRecord(node)) continue;
      const attributes = [node['attrs'], node['attr'], node['param']].find(isRecord);
      if (BY_ADDRESS.has(node['op']))
        inspecting.observe({
          rule: 'mxnet-symbol.memory-address',
          effect: 'dangerous',
          text: `The node ${quoted(String(node['name']), 80)} is ${String(node['op'])}, which calls functions at the address ${quoted(String(attributes?.['info']), 80)} in the memory of the process that loads it.`,
        });
      if (node['op'] !== 'Custom') continue;
      inspecting.observe({
        rule: 'mxnet-symbol.custom-operator',
        effect: 'review',
        text: `The node ${quoted(String(node['name']), 80)} calls the operator ${quoted(String(attributes?.['op_type']), 80)}, which is Python that the process that loads it must have registered.`,
      });
    }
    inspecting.observe({
      rule: 'mxnet-symbol.operators',
      effect: 'note',
      text: `It names the operators of ${nodes.length} nodes. Values lie in a file beside it.`,
    });
  },
} satisfies ModelFormat;
