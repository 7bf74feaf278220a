import * as z from 'zod';
import { postureOf } from '#shared/pipeline/posture.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { FORMATS, FormatOption, formatOf } from '../formats.ts';
import { write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT } from '../surroundings.ts';
import { product } from '../version.ts';

export const report = cliCommand({
  declare: (program) =>
    withStore(program.command('report'))
      .description('a report of everything on record, by default as one HTML file')
      .option('--format <format>', FORMATS.join(', '), 'html')
      .option('--output <file>', 'where to write it (default: aispm-report with the ending of the format)')
      .addHelpText('after', '\nExample\n  $ aispm report --output posture.html'),
  options: StoreOptions.extend({ format: FormatOption, output: z.string().optional() }),
  run: (surroundings, options) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const format = formatOf(options.format, surroundings);
      const file = options.output ?? `aispm-report.${format.fileExtension}`;
      await write(format.render(await postureOf(fleet, product)), surroundings.stdout, file);
      surroundings.stderr.write(`wrote ${file}\n`);
      return EXIT.clean;
    }),
});
