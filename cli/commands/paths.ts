import * as z from 'zod';
import type { TargetKind } from '#shared/paths/attack-path.ts';
import { printable } from '#shared/sinks/text.ts';
import { count } from '#shared/sinks/wording.ts';
import { assetNamed, recordedEstate } from '../access/estate.ts';
import { cutsText, fixesText, pathText } from '../access/path-text.ts';
import { TARGET_TEXT } from '../access/path-words.ts';
import { styler, unreadText } from '../access/words.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT, isColoured, UsageError } from '../surroundings.ts';

const KINDS = [
  'model-weights',
  'training-data',
  'knowledge-base',
  'credentials-vault',
  'high-privilege-role',
] as const satisfies readonly TargetKind[];

export const paths = cliCommand({
  declare: (program) =>
    withStore(program.command('paths'))
      .description('the ways from outside to models, data, knowledge and credentials, and what cuts them')
      .option('--to <kind>', KINDS.join(', '))
      .option('--target <asset>', 'to one asset, with the smallest set of fixes that cuts every way to it')
      .option('--radius <asset>', 'instead: what somebody reaches who has taken over this asset')
      .option('--by <order>', 'steps: the shortest first; effort: the cheapest first', 'steps')
      .option('--most <number>', 'how many paths are shown', '10')
      .option('--fixes <number>', 'how many of the fixes that cut most', '2')
      .option('--json', 'as JSON, with the evidence of every step')
      .addHelpText(
        'after',
        '\nExamples\n  $ aispm paths --to model-weights\n  $ aispm paths --target claims-triage --by effort\n  $ aispm paths --radius pricing-notebook',
      ),
  options: StoreOptions.extend({
    to: z.enum(KINDS).optional(),
    target: z.string().optional(),
    radius: z.string().optional(),
    by: z.enum(['steps', 'effort']),
    most: z.coerce.number().int().min(1).max(10_000),
    fixes: z.coerce.number().int().min(0).max(100),
    json: z.boolean().optional(),
  }),
  run: (surroundings, options) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const { assets, analysis } = await recordedEstate(fleet);
      const style = styler(isColoured(surroundings.stdout, surroundings.env));
      if (options.radius !== undefined) {
        const asset = assetNamed(assets, options.radius);
        const radius = analysis.blastRadius(asset.id);
        await write(options.json ? json(radius) : radiusText(asset.name, radius, style), surroundings.stdout);
        return EXIT.clean;
      }
      const kinds = options.to ? [options.to] : undefined;
      const target = options.target === undefined ? undefined : assetNamed(assets, options.target);
      const cutSet = target && analysis.cutSet(target.id);
      if (target && !cutSet)
        throw new UsageError(
          `${printable(target.name)} (${target.type}) is no target: models, training data, knowledge bases, credentials and roles that may do everything are`,
        );
      const found = analysis
        .paths({ by: options.by, ...(kinds ? { kinds } : {}) })
        .filter((path) => !target || path.target.id === target.id);
      const shown = found.slice(0, options.most);
      const best = target ? undefined : analysis.bestFixes(options.fixes, kinds);
      if (options.json) {
        await write(
          json({
            paths: shown,
            pairs: found.length,
            ...(best ? { fixes: best.cuts } : {}),
            ...(cutSet ? { cutSet } : {}),
            unread: analysis.access.unread,
          }),
          surroundings.stdout,
        );
        return EXIT.clean;
      }
      await write(
        (function* text() {
          if (found.length === 0) {
            yield `Nobody outside gets to ${target ? printable(target.name) : options.to ? `any ${TARGET_TEXT[options.to]}` : 'a model, data, knowledge or credentials'}, by all that was read.\n`;
            yield* unreadText(analysis.access.unread);
            return;
          }
          for (const [number, path] of shown.entries()) yield* pathText(path, number + 1, style);
          if (found.length > shown.length)
            yield `and ${count(found.length - shown.length, 'more path')}; --most shows more\n\n`;
          if (best && best.cuts.length > 0) {
            yield `${style('bold', 'What cuts most')}, of ${count(best.pairs, 'way')} from outside\n`;
            yield* cutsText(best.cuts, best.pairs);
          }
          if (cutSet && !cutSet.isPossible)
            yield 'No change that we know of cuts every way to it: one consists of what belongs together.\n';
          if (cutSet?.isPossible) {
            yield `${style('bold', cutSet.isSmallest ? 'The fewest changes that cut every way to it' : `Changes that cut every way to it (no fewer than ${cutSet.atLeast} can)`)}\n`;
            yield* fixesText(cutSet.fixes);
          }
          yield* unreadText(analysis.access.unread);
        })(),
        surroundings.stdout,
      );
      return EXIT.clean;
    }),
});

function* radiusText(
  name: string,
  radius: ReturnType<Awaited<ReturnType<typeof recordedEstate>>['analysis']['blastRadius']>,
  style: ReturnType<typeof styler>,
): Generator<string> {
  yield `${style('bold', `Who takes over ${printable(name)} reaches`)}\n`;
  if (!radius || (radius.assets.length === 0 && radius.identities === 0)) {
    yield 'nothing else that is on record.\n';
    return;
  }
  yield `${count(radius.identities, 'identity', 'identities')} to act as\n`;
  for (const { kind, hold, count: n } of radius.targets)
    yield `${String(n).padStart(5)}  ${TARGET_TEXT[kind]} (${hold})\n`;
  yield '\nIn all\n';
  for (const { type, hold, count: n } of radius.assets) yield `${String(n).padStart(5)}  ${type} (${hold})\n`;
  if (radius.sensitivity.length === 0) return;
  yield '\nTagged as\n';
  for (const { tag, count: n } of radius.sensitivity) yield `${String(n).padStart(5)}  ${printable(tag)}\n`;
}
