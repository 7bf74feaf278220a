import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { techniques } from '#shared/paths/index.ts';
import { analysisOf } from '#shared/pipeline/judge-paths.ts';
import { printable } from '#shared/sinks/text.ts';
import { count } from '#shared/sinks/wording.ts';
import type { Place } from '#shared/what-if/change.ts';
import { compareAnalyses, type Difference, type Possibility } from '#shared/what-if/compare.ts';
import { type Overlaid, overlay } from '#shared/what-if/overlay.ts';
import { readChange } from '#shared/what-if/read-change.ts';
import { UnusableFile } from '#shared/what-if/unusable-file.ts';
import { recordedEstate } from '../access/estate.ts';
import { pathText } from '../access/path-text.ts';
import { type Styler, styler } from '../access/words.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT, isColoured, UsageError } from '../surroundings.ts';

export const whatIf = cliCommand({
  declare: (program) =>
    withStore(program.command('what-if <file>'))
      .description('which ways to models would appear and vanish with a template, a plan or a policy')
      .option('--principal <arn>', 'for a policy: the role or user that would have it')
      .option('--account <id>', 'the AWS account that it is for, where several are on record')
      .option('--region <region>', 'the AWS region that it is for')
      .option('--fail-on <what>', 'new-path: exit with 1 where something becomes possible')
      .option('--json', 'as JSON, with the evidence of every step')
      .addHelpText(
        'after',
        '\nExamples\n  $ aispm what-if template.yaml --fail-on new-path\n  $ terraform show -json plan.out > plan.json && aispm what-if plan.json\n  $ aispm what-if trainer.json --principal arn:aws:iam::111122223333:role/trainer\n\nExit codes\n  1  with --fail-on new-path: something becomes possible\n  3  a part of the file could not be taken into account',
      ),
  options: StoreOptions.extend({
    principal: z.string().optional(),
    account: z
      .string()
      .regex(/^\d{12}$/, 'is no AWS account: twelve digits are wanted')
      .optional(),
    region: z
      .string()
      .regex(/^[a-z0-9-]{2,40}$/, 'is no region')
      .optional(),
    failOn: z.enum(['new-path']).optional(),
    json: z.boolean().optional(),
  }),
  run: (surroundings, options, [file = '']) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const text = readText(file);
      const { assets, analysis: before } = await recordedEstate(fleet);
      const place = placeOf(assets, options);
      const over = changed(text, assets, place, options.principal);
      mustBeOnRecord(assets, options.principal);
      const difference = compareAnalyses(before, analysisOf(over.assets, fleet, fleet.clock()));
      await write(
        options.json
          ? json({ ...difference, notUnderstood: over.notUnderstood })
          : differenceText(difference, over, styler(isColoured(surroundings.stdout, surroundings.env))),
        surroundings.stdout,
      );
      const isNew = difference.appears.length > 0 || difference.newlyPossible.length > 0;
      if (options.failOn === 'new-path' && isNew) return EXIT.findings;
      // What was not understood may be what opens a way: a gate must not take that for a pass.
      return over.notUnderstood.some(({ isOfOtherKind }) => !isOfOtherKind) ? EXIT.incomplete : EXIT.clean;
    }),
});

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function changed(
  text: string,
  assets: readonly Asset[],
  place: Place,
  principal: string | undefined,
): Overlaid {
  try {
    return overlay(
      assets,
      readChange(text, { ...place, ...(principal ? { policyFor: { principal } } : {}) }),
    );
  } catch (error) {
    throw error instanceof UnusableFile ? new UsageError(error.message) : error;
  }
}

function mustBeOnRecord(assets: readonly Asset[], principal: string | undefined): void {
  if (principal === undefined) return;
  const key = comparableId(principal);
  if (!assets.some(({ id }) => comparableId(id) === key))
    throw new UsageError(
      `--principal: ${printable(principal)} is not in the inventory; scan its account, or check the name`,
    );
}

/** The one account and region on record, or those that were named. */
function placeOf(
  assets: readonly Asset[],
  {
    account,
    region,
    principal,
  }: { account?: string | undefined; region?: string | undefined; principal?: string | undefined },
): Place {
  const own = assets.filter(({ scope }) => scope.provider === 'aws').map(({ scope }) => scope);
  const accounts = [...new Set(own.map((scope) => scope.account))];
  const named = account ?? /^arn:aws[a-z-]*:iam::(\d{12}):/.exec(principal ?? '')?.[1] ?? accounts[0];
  if (account === undefined && principal === undefined && accounts.length > 1)
    throw new UsageError(`say which account it is for with --account: ${accounts.join(', ')} are on record`);
  const regions = [
    ...new Set(
      own.filter((scope) => scope.account === named && scope.region !== GLOBAL).map((scope) => scope.region),
    ),
  ];
  return { account: named ?? '000000000000', region: region ?? regions[0] ?? 'us-east-1' };
}

const gainsOf = new Map(techniques.map(({ id, gains }) => [id, gains]));

function* differenceText(difference: Difference, over: Overlaid, style: Styler): Generator<string> {
  const { appears, vanishes, newlyPossible, noLongerPossible } = difference;
  if (appears.length > 0) {
    yield `${style('red', `${count(appears.length, 'way')} from outside would appear`)}\n\n`;
    for (const [number, path] of appears.entries()) yield* pathText(path, number + 1, style);
  }
  if (newlyPossible.length > 0) {
    yield `${style('red', `${count(newlyPossible.length, 'thing')} would become possible`)}\n`;
    for (const possibility of newlyPossible) yield* verdictText(possibility, style);
    yield '\n';
  }
  if (vanishes.length > 0) {
    yield `${style('green', `${count(vanishes.length, 'way')} from outside would vanish`)}\n\n`;
    for (const [number, path] of vanishes.entries()) yield* pathText(path, number + 1, style);
  }
  if (noLongerPossible.length > 0) {
    yield `${style('green', `${count(noLongerPossible.length, 'thing')} would no longer be possible`)}\n`;
    for (const possibility of noLongerPossible) yield* verdictText(possibility, style);
    yield '\n';
  }
  if ([appears, vanishes, newlyPossible, noLongerPossible].every(({ length }) => length === 0))
    yield over.notUnderstood.every(({ isOfOtherKind }) => isOfOtherKind)
      ? 'No way appears and none vanishes.\n'
      : 'No way appears and none vanishes, as far as the file was understood.\n';
  if (over.notUnderstood.length === 0) return;
  yield `\n${style('bold', 'Not taken into account')}\n`;
  for (const { where, problem } of over.notUnderstood) yield `  ${printable(where)}: ${printable(problem)}\n`;
}

const MOST_NAMED = 6;

function* verdictText({ verdict, who }: Possibility, style: Styler): Generator<string> {
  const { checkId, assetId } = verdict;
  yield `  ${printable(assetId)}: ${gainsOf.get(checkId) ?? ''}  ${style('dim', checkId)}\n`;
  if (who.length === 0) return;
  const named = who.slice(0, MOST_NAMED).map(printable).join(', ');
  yield `    by ${named}${who.length > MOST_NAMED ? ` and ${who.length - MOST_NAMED} more` : ''}\n`;
}
