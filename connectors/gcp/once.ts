import type { CoverageRecorder } from '../coverage.ts';

/** Reads at most once; whoever asks first has the calls in its coverage. */
export function once<Value>(read: (recorder: CoverageRecorder) => Promise<Value>) {
  let reading: Promise<Value> | undefined;
  return (recorder: CoverageRecorder): Promise<Value> => {
    reading ??= read(recorder);
    return reading;
  };
}
