import { Command, CommanderError } from 'commander';
import { ConfigError } from '#shared/config/read.ts';
import { LedgerRefusal } from '#shared/ledger/ledger.ts';
import { printable } from '#shared/sinks/text.ts';
import { commands } from './commands/index.ts';
import { EXIT, type ExitCode, type Surroundings, UsageError } from './surroundings.ts';
import { version } from './version.ts';

const DESCRIPTION =
  'AI security posture management for AWS, Azure and Google Cloud: finds AI assets, judges them, ' +
  "remembers each finding's life, and says what it could not see.";

const EXIT_CODES = `
Exit codes
  0  clean: nothing at or above the bar of --fail-on, and everything was seen
  1  findings at or above the bar
  2  a mistake in usage or config
  3  incomplete coverage: something was denied, throttled or failed; "aispm coverage" says what

Examples
  $ aispm scan --aws                          scan with the AWS credentials of this shell
  $ aispm scan --config fleet.yaml --fail-on high
  $ aispm findings --severity high --format csv
  $ aispm explain aws.sagemaker.notebook-direct-internet
  $ aispm report --output report.html
`;

/** Runs one command line (without the node and script words) and gives the exit code. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: ExitCode = EXIT.clean;
  const program = new Command('aispm')
    .description(DESCRIPTION)
    .version(version)
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
    });
  // Whoever asks for help, or for a command that there is not, is told of all.
  const named = commands.filter(({ name }) => name === argv[0]);
  const loaded = await Promise.all((named.length > 0 ? named : commands).map(({ load }) => load()));
  for (const { declare, execute } of loaded) {
    const command = declare(program).exitOverride().copyInheritedSettings(program);
    command.action(async (...given: unknown[]) => {
      const args = given.slice(0, command.registeredArguments.length);
      code = await execute(
        surroundings,
        command.opts(),
        args.flat().filter((arg) => typeof arg === 'string'),
      );
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (error instanceof UsageError || error instanceof ConfigError || error instanceof LedgerRefusal) {
      surroundings.stderr.write(`aispm: ${error.message.split('\n').map(printable).join('\n')}\n`);
      return EXIT.usage;
    }
    throw error;
  }
}
