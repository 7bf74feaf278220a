import path from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { postureOf } from '#shared/pipeline/posture.ts';
import { composeDigest } from '#shared/sinks/digest/compose.ts';
import { renderDigestHtml } from '#shared/sinks/digest/html.ts';
import { sendDigest } from '#shared/sinks/digest/send.ts';
import { renderDigestText } from '#shared/sinks/digest/text.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT, UsageError } from '../surroundings.ts';
import { product } from '../version.ts';

const HOURS_WITHOUT_CHOICE = 24;
const MILLISECONDS_PER_HOUR = 3_600_000;

export const digest = cliCommand({
  declare: (program) =>
    withStore(program.command('digest'))
      .description('what is new, worse, fixed and still open, as the e-mail that the fleet sends')
      .option('--preview', 'print it instead of sending it (the default)')
      .option('--send', 'send it through SES to the addresses of the config')
      .option('--hours <hours>', 'how far back it looks', String(HOURS_WITHOUT_CHOICE))
      .option('--output <folder>', 'write digest.html and digest.txt there')
      .option('--json', 'as JSON')
      .addHelpText('after', '\nExample\n  $ aispm digest --preview --hours 168 --output mail'),
  options: StoreOptions.extend({
    preview: z.boolean().optional(),
    send: z.boolean().optional(),
    hours: z.coerce
      .number()
      .positive()
      .max(24 * 90),
    output: z.string().optional(),
    json: z.boolean().optional(),
  }),
  run: (surroundings, options) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet, config }) => {
      if (options.send && options.preview) throw new UsageError('--send and --preview exclude each other');
      const to = surroundings.clock();
      const from = new Date(to.getTime() - options.hours * MILLISECONDS_PER_HOUR);
      const { findings, coverage, checks } = await postureOf(fleet, product);
      const composed = composeDigest({
        findings,
        coverage,
        checks,
        window: { from: from.toISOString(), to: to.toISOString() },
      });
      if (options.send) {
        if (!config.digest)
          throw new UsageError(
            'digest: the config names no sender and recipients; add digest.from and digest.to',
          );
        const posted = await sendDigest({
          ses: new SESv2Client({}),
          from: config.digest.from,
          to: config.digest.to,
          digest: composed,
        });
        await write(json(posted), surroundings.stdout);
      } else if (options.output) {
        await write(
          [renderDigestHtml(composed)],
          surroundings.stdout,
          path.join(options.output, 'digest.html'),
        );
        await write(
          [renderDigestText(composed)],
          surroundings.stdout,
          path.join(options.output, 'digest.txt'),
        );
        surroundings.stderr.write(`wrote digest.html and digest.txt to ${options.output}\n`);
      } else if (options.json) await write(json(composed), surroundings.stdout);
      else await write([renderDigestText(composed)], surroundings.stdout);
      return EXIT.clean;
    }),
});
