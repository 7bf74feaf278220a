import * as z from 'zod';
import { CLASS_MEANING } from '#shared/capabilities/capability.ts';
import { whatCan as ask, type WhatCan } from '#shared/paths/who-can.ts';
import { printable } from '#shared/sinks/text.ts';
import { count } from '#shared/sinks/wording.ts';
import { principalNamed, recordedEstate } from '../access/estate.ts';
import { kindText, type Styler, styler, unreadText } from '../access/words.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT, isColoured, UsageError } from '../surroundings.ts';

export const whatCan = cliCommand({
  declare: (program) =>
    withStore(program.command('what-can <principal>'))
      .description('what a user, role, service account or managed identity can do with AI assets')
      .option('--json', 'as JSON, with every asset')
      .addHelpText(
        'after',
        '\nExamples\n  $ aispm what-can arn:aws:iam::111122223333:role/prototype-agent\n  $ aispm what-can serviceAccount:trainer@nordlicht.iam.gserviceaccount.com --json',
      ),
  options: StoreOptions.extend({ json: z.boolean().optional() }),
  run: (surroundings, options, [wanted = '']) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const { analysis } = await recordedEstate(fleet);
      const number = principalNamed(analysis, wanted);
      const begin = performance.now();
      const answer = ask(analysis, number);
      if (!answer) throw new UsageError(`there is no principal "${printable(wanted)}"`);
      const milliseconds = performance.now() - begin;
      await write(
        options.json
          ? json(answer)
          : answerText(answer, styler(isColoured(surroundings.stdout, surroundings.env)), milliseconds),
        surroundings.stdout,
      );
      return EXIT.clean;
    }),
});

const MOST_NAMED = 3;

function* answerText(answer: WhatCan, style: Styler, milliseconds: number): Generator<string> {
  const { principal, administers, capabilities, techniques } = answer;
  yield `${style('bold', `What ${printable(principal.name)} can`)}\n${printable(principal.id)}, ${kindText(principal)}\n\n`;
  if (administers.length > 0)
    yield `Administers ${administers.map(printable).join(', ')}, and so can everything there.\n\n`;
  const byClass = Map.groupBy(capabilities, (one) => one.class);
  for (const [name, ofClass] of byClass) {
    yield `${style('bold', name)}  ${CLASS_MEANING[name]}\n`;
    for (const { type, assets } of ofClass.toSorted((a, b) => b.assets.length - a.assets.length)) {
      const conditional = assets.filter(({ access }) => access === 'conditional').length;
      const named = assets.slice(0, MOST_NAMED).map((asset) => printable(asset.name));
      const more = assets.length - named.length;
      yield `  ${String(assets.length).padStart(5)}  ${type}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}${
        conditional > 0 ? ` (${conditional} under conditions)` : ''
      }\n`;
    }
  }
  if (techniques.length > 0) yield `\n${style('bold', 'By several permissions together')}\n`;
  for (const { technique, gains, target, access } of techniques)
    yield `  ${printable(target.name)}: ${gains}${access === 'conditional' ? ', under conditions' : ''}  ${style('dim', technique)}\n`;
  if (capabilities.length === 0 && techniques.length === 0) yield 'Nothing with any asset on record.\n';
  yield `\n${count(
    capabilities.reduce((sum, { assets }) => sum + assets.length, 0),
    'capability',
    'capabilities',
  )} over assets; asked in ${milliseconds.toFixed(1)} ms.\n`;
  yield* unreadText(answer.unread);
}
