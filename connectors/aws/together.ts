import { type CoverageRecorder, ReadFailure } from '../coverage.ts';

/**
 * Asks once for all who ask at the same time. A refusal is noted for each of them, as a call for the first
 * only, and is `undefined`; it is not remembered, so that whoever comes later asks again.
 */
export class Together<Answer> {
  readonly #underway = new Map<string, Promise<Answer>>();

  async ask(
    key: string,
    recorder: CoverageRecorder,
    question: () => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const asked = this.#underway.get(key);
    const answer = asked ?? question().finally(() => this.#underway.delete(key));
    this.#underway.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      if (asked) recorder.note(error.operation, error.outcome, error.detail, 0);
      return undefined;
    }
  }
}
