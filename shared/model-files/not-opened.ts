import type { Inspection } from './inspection.ts';

/** The result for a file of which not even the first byte was read. */
export const notOpened = (name: string, why: string): Inspection => ({
  name,
  bytes: undefined,
  bytesRead: 0,
  milliseconds: 0,
  formats: [],
  status: 'error',
  notRead: [{ within: [], why }],
  verdict: 'review',
  observations: [],
  globals: [],
});
