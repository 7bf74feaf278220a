/** Whether these letters stand at a place of the first bytes of a file. */
export function hasText(bytes: Uint8Array, at: number, letters: string): boolean {
  if (bytes.length < at + letters.length) return false;
  for (let index = 0; index < letters.length; index++)
    if (bytes[at + index] !== letters.charCodeAt(index)) return false;
  return true;
}
