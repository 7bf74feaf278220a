/** A file that no change can be read from: what is wrong, where, and what to do about it. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';

  constructor(field: string, problem: string, remedy: string) {
    super(`${field}: ${problem}; ${remedy}`);
  }
}
