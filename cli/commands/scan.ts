import * as z from 'zod';
import { isGap } from '#shared/model/coverage.ts';
import { atLeast, SEVERITIES, type Severity } from '#shared/model/severity.ts';
import { postureOf } from '#shared/pipeline/posture.ts';
import { type EstateScan, scanEstate } from '#shared/pipeline/scan-estate.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import { CloudOptions, cliCommand, SeverityOption } from '../command.ts';
import { FORMATS, FormatOption, formatOf } from '../formats.ts';
import { write } from '../output.ts';
import { progressOn } from '../progress.ts';
import { inSession, withClouds } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../surroundings.ts';
import { product } from '../version.ts';

export const scan = cliCommand({
  declare: (program) =>
    withClouds(program.command('scan'))
      .description('discover AI assets, judge them, and bring the findings up to date')
      .option('--scope <scope...>', 'only these, such as aws/111122223333 or gcp/my-project')
      .option(
        '--fail-on <severity>',
        `exit with 1 when a finding is open at or above: ${SEVERITIES.join(', ')}`,
      )
      .option('--format <format>', `what to print: ${FORMATS.join(', ')}`, 'table')
      .option('--json', 'the same as --format json')
      .option('--output <file>', 'write there instead of to the terminal')
      .option('--quiet', 'no progress')
      .addHelpText(
        'after',
        `
Examples
  $ aispm scan --aws --fail-on high
  $ aispm scan --azure --gcp --format sarif --output aispm.sarif
  $ aispm scan --scope aws/111122223333/eu-west-1 --json`,
      ),
  options: CloudOptions.extend({
    scope: z.array(z.string()).optional(),
    failOn: SeverityOption,
    format: FormatOption,
    json: z.boolean().optional(),
    output: z.string().optional(),
    quiet: z.boolean().optional(),
  }),
  run: (surroundings, options) =>
    inSession(surroundings, options, 'with clouds', async ({ fleet }) => {
      const onProgress = options.quiet ? () => undefined : progressOn(surroundings);
      const scanned = await scanEstate(fleet, options.scope ? { only: options.scope } : {}, onProgress);
      if (options.scope && scanned.scopes.length === 0)
        throw new UsageError(
          `--scope ${options.scope.join(' ')} is none of the scopes of this config; "aispm doctor" lists them`,
        );
      const posture = await postureOf(fleet, product);
      const format = formatOf(options.json ? 'json' : options.format, surroundings);
      await write(format.render(posture), surroundings.stdout, options.output);
      return exitCodeOf(scanned, posture, options.failOn);
    }),
});

/** Findings at or above the bar come first: they are known, whatever else was not seen. */
export function exitCodeOf(
  { scopes, files }: Pick<EstateScan, 'scopes' | 'files'>,
  { findings, coverage }: Pick<Posture, 'findings' | 'coverage'>,
  bar: Severity | undefined,
): ExitCode {
  const isOverTheBar = findings.some(
    ({ status, severity }) => bar && status === 'open' && atLeast(severity, bar),
  );
  if (isOverTheBar) return EXIT.findings;
  const unseen = [...scopes.flatMap((scope) => scope.coverage), ...coverage].some(({ outcome }) =>
    isGap(outcome),
  );
  const isUnlisted = (files?.plan.notListed.length ?? 0) > 0;
  return unseen || isUnlisted ? EXIT.incomplete : EXIT.clean;
}
