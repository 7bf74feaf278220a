import { clip, printable } from '#shared/sinks/text.ts';
import { type Surroundings, widthOf } from '../surroundings.ts';

const REDRAW_MILLISECONDS = 80;
const CLEAR_LINE = '\r\u001b[2K';

export interface InspectionProgress {
  started(name: string): void;
  finished(name: string): void;
  /** Takes the last line away again. */
  end(): void;
}

/** Tells how far the inspection of many files has come: on a terminal in a last line that is redrawn, else once. */
export function inspectionProgressOn(
  { stderr }: Pick<Surroundings, 'stderr'>,
  files: number,
): InspectionProgress {
  const underway = new Set<string>();
  let finished = 0;
  let drawnAt = 0;
  if (files > 1 && stderr.isTTY !== true) stderr.write(`inspecting ${files} files\n`);
  const draw = () => {
    if (stderr.isTTY !== true || performance.now() - drawnAt < REDRAW_MILLISECONDS) return;
    drawnAt = performance.now();
    const [first = ''] = underway;
    // A line that wraps could not be cleared again.
    stderr.write(CLEAR_LINE + clip(`${finished}/${files} files · ${printable(first)}`, widthOf(stderr) - 1));
  };
  return {
    started: (name) => {
      underway.add(name);
      draw();
    },
    finished: (name) => {
      underway.delete(name);
      finished += 1;
      draw();
    },
    end: () => {
      if (stderr.isTTY === true) stderr.write(CLEAR_LINE);
    },
  };
}
