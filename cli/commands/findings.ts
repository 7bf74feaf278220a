import * as z from 'zod';
import { FindingStatus } from '#shared/model/finding.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { atLeast, SEVERITIES } from '#shared/model/severity.ts';
import { postureOf } from '#shared/pipeline/posture.ts';
import { cliCommand, SeverityOption, StoreOptions } from '../command.ts';
import { FORMATS, FormatOption, formatOf } from '../formats.ts';
import { write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT } from '../surroundings.ts';
import { product } from '../version.ts';

export const findings = cliCommand({
  declare: (program) =>
    withStore(program.command('findings'))
      .description('the findings on record, without scanning')
      .option('--status <status>', `${FindingStatus.options.join(', ')} or all`, 'open')
      .option('--severity <severity>', `at or above: ${SEVERITIES.join(', ')}`)
      .option('--check <id>', 'of one check')
      .option('--scope <scope>', 'within a scope, such as azure or aws/111122223333')
      .option('--format <format>', FORMATS.join(', '), 'table')
      .option('--json', 'the same as --format json')
      .option('--output <file>', 'write there instead of to the terminal')
      .addHelpText('after', '\nExample\n  $ aispm findings --severity high --scope aws --format csv'),
  options: StoreOptions.extend({
    status: z.enum([...FindingStatus.options, 'all']),
    severity: SeverityOption,
    check: z.string().optional(),
    scope: z.string().optional(),
    format: FormatOption,
    json: z.boolean().optional(),
    output: z.string().optional(),
  }),
  run: (surroundings, options) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const posture = await postureOf(fleet, product);
      const wanted = posture.findings.filter(
        ({ status, severity, checkId, scope }) =>
          (options.status === 'all' || status === options.status) &&
          (!options.severity || atLeast(severity, options.severity)) &&
          (!options.check || checkId === options.check) &&
          (!options.scope || `${scopeKey(scope)}/`.startsWith(`${options.scope}/`)),
      );
      const format = formatOf(options.json ? 'json' : options.format, surroundings, wanted.length);
      await write(format.render({ ...posture, findings: wanted }), surroundings.stdout, options.output);
      return EXIT.clean;
    }),
});
