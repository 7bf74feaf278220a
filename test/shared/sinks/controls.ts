/** What no surface for people may show raw: controls, formatting characters, separators, lone surrogates. */
export const RAW_INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** The first raw invisible character as `U+202E`, or none. Line feeds are ours. */
export function rawInvisible(text: string): string | undefined {
  const found = RAW_INVISIBLE.exec(text.replaceAll('\n', ''))?.[0];
  return found && `U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}
