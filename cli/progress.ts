import { styleText } from 'node:util';
import { isGap } from '#shared/model/coverage.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { EstateInspection } from '#shared/pipeline/model-files/inspect-estate.ts';
import type { Progress } from '#shared/pipeline/scan-estate.ts';
import { clip, printable } from '#shared/sinks/text.ts';
import { isColoured, type Surroundings, widthOf } from './surroundings.ts';

const REDRAW_MILLISECONDS = 80;
const CLEAR_LINE = '\r\u001b[2K';

/** What became of model files: how many were read, and what was not looked at. */
function inspectionLines({
  plan,
  inspected,
  bytesRead,
}: EstateInspection): { readonly text: string; readonly isGap: boolean }[] {
  const files = (count: number): string => `${count} model file${count === 1 ? '' : 's'}`;
  const read = `${files(inspected)} inspected, ${(bytesRead / 1024).toFixed(0)} KiB read, ${plan.unchanged} unchanged`;
  return [
    { text: read, isGap: false },
    ...plan.notListed.map(({ name, why }) => ({ text: `${printable(name)}: ${why}`, isGap: true })),
    ...(plan.notReadable.length === 0
      ? []
      : [
          {
            text: `models are loaded from ${plan.notReadable.map(printable).join(', ')}, which modelFiles.places of the config does not name`,
            isGap: true,
          },
        ]),
  ];
}

/**
 * Tells on stderr how a scan is coming along: a line per finished scope and, on a terminal, a last line that
 * is redrawn with what is under way.
 */
export function progressOn({
  stderr,
  env,
}: Pick<Surroundings, 'stderr' | 'env'>): (progress: Progress) => void {
  const isTerminal = stderr.isTTY === true;
  const style: typeof styleText = isColoured(stderr, env)
    ? (format, text) => styleText(format, text, { validateStream: false })
    : (_format, text) => text;
  const underway = new Map<string, number>();
  let scopes = 0;
  let finished = 0;
  let drawnAt = 0;

  const say = (line: string) => stderr.write(`${isTerminal ? CLEAR_LINE : ''}${line}\n`);
  const draw = () => {
    if (!isTerminal || underway.size === 0 || performance.now() - drawnAt < REDRAW_MILLISECONDS) return;
    drawnAt = performance.now();
    const assets = [...underway.values()].reduce((sum, count) => sum + count, 0);
    const [first = ''] = underway.keys();
    const others = underway.size > 1 ? ` and ${underway.size - 1} more` : '';
    // A line that wraps could not be cleared again.
    const line = `${finished}/${scopes} scopes · ${first}${others} · ${assets} assets`;
    stderr.write(CLEAR_LINE + clip(line, widthOf(stderr) - 1));
  };

  return (progress) => {
    switch (progress.kind) {
      case 'planned':
        scopes = progress.plan.regional.length + progress.plan.global.length;
        say(`scanning ${scopes} scope${scopes === 1 ? '' : 's'}`);
        break;
      case 'scope-started':
        underway.set(scopeKey(progress.scope), 0);
        draw();
        break;
      case 'asset-found':
        underway.set(scopeKey(progress.scope), progress.assets);
        draw();
        break;
      case 'scope-finished': {
        const { scan, milliseconds } = progress;
        const gaps = scan.coverage.filter(({ outcome }) => isGap(outcome)).length;
        underway.delete(scopeKey(scan.scope));
        finished += 1;
        const mark = gaps > 0 ? style('yellow', '!') : style('green', '✓');
        const unseen =
          gaps > 0 ? style('yellow', `, ${gaps} operation${gaps === 1 ? '' : 's'} not read`) : '';
        say(
          `${mark} ${scopeKey(scan.scope)}: ${scan.assets} assets, ${scan.verdicts.fail} failing${unseen} ${style('dim', `(${(milliseconds / 1000).toFixed(1)} s)`)}`,
        );
        draw();
        break;
      }
      case 'file-inspected':
        if (isTerminal) stderr.write(`${CLEAR_LINE}${progress.done}/${progress.of} model files`);
        break;
      case 'files-inspected': {
        const { inspection, milliseconds } = progress;
        for (const line of inspectionLines(inspection))
          say(
            line.isGap
              ? style('yellow', `! ${line.text}`)
              : `${style('green', '✓')} ${line.text} ${style('dim', `(${(milliseconds / 1000).toFixed(1)} s)`)}`,
          );
        break;
      }
      case 'correlated':
        if (isTerminal) stderr.write(CLEAR_LINE);
    }
  };
}
