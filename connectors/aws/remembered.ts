import type { CoverageRecorder } from '../coverage.ts';
import { ReadFailure } from '../coverage.ts';
import type { Operation } from '../operation.ts';

/** One reading of an operation per scan of a scope, for connectors of several types that look into the same answer. */
export class Remembered {
  readonly #readings = new Map<string, Promise<unknown>>();

  /** What the first asker read. Of later ones the coverage says how that went, and counts no call. */
  async of<Answer>(
    operation: Operation,
    read: () => Promise<Answer>,
    recorder: CoverageRecorder,
  ): Promise<Answer> {
    const asked = this.#readings.get(operation.id);
    const reading = asked ?? read();
    this.#readings.set(operation.id, reading);
    try {
      const answer = await reading;
      recorder.declareComplete(operation);
      return answer as Answer;
    } catch (error) {
      if (asked && error instanceof ReadFailure) recorder.note(operation, error.outcome, error.detail, 0);
      throw error;
    }
  }
}
