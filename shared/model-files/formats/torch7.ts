import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { decoded } from '../text.ts';

/** An object of Torch is of the type 4; its version stands before the name of its class. */
function claims({ bytes }: Head): boolean {
  if (bytes[0] !== 4 && bytes[0] !== 0x34) return false;
  const text = decoded(bytes.subarray(0, 128));
  if (/^4\n1\n3\nV 1\n\d{1,3}\n[A-Za-z_][\w.]*\n/.test(text)) return true;
  if (bytes.length < 20 || bytes[0] === 0x34 || bytes[1] !== 0 || bytes[2] !== 0 || bytes[3] !== 0)
    return false;
  // The index is of four bytes, or of eight where long is.
  return ['V 1', 'V 2'].some((version) => text.startsWith(version, 12) || text.startsWith(version, 16));
}

export default {
  id: 'torch7',
  title: 'Torch 7 object',
  source: 'torch/torch7, File.lua: TYPE_TORCH and File:writeObject',
  claims,
  async inspect(_source, inspecting) {
    inspecting.missed(
      'objects of Torch 7 are not parsed: they may hold Lua bytecode, which loading makes callable',
    );
  },
} satisfies ModelFormat;
