import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { hasText } from '../recognise.ts';

const MOST_ARCHITECTURES = 30;
/** An executable that is one for several systems at once, as llamafile is. */
const PORTABLE = ["MZqFpD='", "jartsr='"];
/** A small number, and what Python itself opens a compiled file by. */
const MOST_FLAGS_OF_PYTHON = 3;
const MARSHALLED_CODE: ReadonlySet<number> = new Set([0x63, 0xe3]);

function kindOf({ bytes }: Head): string | undefined {
  if (hasText(bytes, 0, '\u007fELF')) return 'a program or library in machine code (ELF)';
  if (PORTABLE.some((begin) => hasText(bytes, 0, begin))) return 'a program for several systems at once';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 20) return undefined;
  const magic = view.getUint32(0);
  if ([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe].includes(magic))
    return 'a program or library in machine code (Mach-O)';
  if (
    [0xcafebabe, 0xcafebabf].includes(magic) &&
    view.getUint32(4) > 0 &&
    view.getUint32(4) < MOST_ARCHITECTURES
  )
    return 'a program or library in machine code (Mach-O)';
  if (hasText(bytes, 0, 'MZ') && bytes.length >= 64 && hasText(bytes, view.getUint32(0x3c, true), 'PE'))
    return 'a program or library in machine code (PE)';
  // Version, line feed, flags, a time and a size, and then a code object.
  const isPython = hasText(bytes, 2, '\r\n') && view.getUint32(4, true) <= MOST_FLAGS_OF_PYTHON;
  if (isPython && MARSHALLED_CODE.has(bytes[16] ?? 0)) return 'compiled Python';
  return undefined;
}

/** What runs as soon as something loads it: beside a model, or in the archive of one that was compiled ahead. */
export default {
  id: 'machine-code',
  title: 'Machine code or compiled Python',
  source: 'ELF, Mach-O and PE/COFF; CPython, Lib/importlib/_bootstrap_external.py',
  claims: (head: Head) => kindOf(head) !== undefined,
  async inspect(_source, inspecting) {
    inspecting.observe({
      rule: 'machine-code.runs',
      effect: 'review',
      text: 'It is machine code or compiled Python, which runs where something loads it, as AOTInductor does with its libraries.',
    });
    inspecting.missed('what its code does was not disassembled');
  },
} satisfies ModelFormat;
