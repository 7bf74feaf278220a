/** Where a path leads that one file names to have another read. */
export type Leads = 'beside' | 'elsewhere' | 'nowhere';

/** Of letters. Longer ones may not have been taken whole: 4,096 bytes are at least 1,365 of them. */
const LONGEST_PATH = 1300;

/**
 * Whether a path stays in the folder of the file that names it. Both separators count, as the file may be loaded on
 * Windows; a drive letter, a scheme or a NUL byte leads elsewhere too.
 */
export function whereLeads(path: string): Leads {
  if (path === '') return 'nowhere';
  if (path.length >= LONGEST_PATH || path.includes('\0')) return 'elsewhere';
  if (/^[\\/~]/.test(path) || /^[A-Za-z]:/.test(path) || /^[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\//.test(path))
    return 'elsewhere';
  return path.split(/[\\/]/).includes('..') ? 'elsewhere' : 'beside';
}
