import type { Inspecting } from '../format.ts';
import { decodeJson, parsePythonJson } from '../python-json.ts';
import { judgeConfig } from './judge-config.ts';

/** Judges a text of JSON that Keras builds objects from. */
export async function inspectKerasText(
  name: string,
  bytes: Uint8Array,
  inspecting: Inspecting,
): Promise<void> {
  inspecting.spending.expand(bytes.length);
  const parsed = parsePythonJson(decodeJson(bytes));
  if (parsed === undefined) return inspecting.missed(`${name} is not JSON that can be read`);
  await judgeConfig(parsed.value, inspecting);
}
