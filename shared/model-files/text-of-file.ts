/** What a file holds, as far as a sentence has room for it. */
export const quoted = (text: string, most = 80): string =>
  JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);

/** The first of several, and how many more there are. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names
    .slice(0, most)
    .map((name) => quoted(name, 60))
    .join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** Python, as its first lines show: nothing but characters, and an import or a definition. */
export function looksLikePython(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 1024)).toString('latin1');
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return false;
  }
  if (text.startsWith('#!')) return text.slice(0, 100).split('\n')[0]?.includes('python') === true;
  return text
    .split('\n')
    .some((line) =>
      /^(?:import [A-Za-z_][\w.]{0,80}|from [A-Za-z_.][\w.]{0,80} import |def [A-Za-z_]\w{0,80}\()/.test(
        line,
      ),
    );
}

/** Why a name would be written outside of the folder into which an archive is unpacked. */
export function leavesFolder(name: string): string | undefined {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(name)) return 'is absolute';
  if (name.split(/[\\/]/).includes('..')) return 'leads out of the folder';
  return undefined;
}
