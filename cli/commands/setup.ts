import type { Command } from 'commander';
import type * as z from 'zod';
import { FLEET_STACK } from '#shared/config/roles.ts';

/** `aispm setup`, below which each cloud has a command. */
export function setupGroup(program: Command): Command {
  return (
    program.commands.find((command) => command.name() === 'setup') ??
    program
      .command('setup')
      .description('how to let the fleet read another cloud: prints what to run, and runs nothing')
  );
}

/** The options of {@link ../setup/trusted-roles.ts}. */
export const withTrustedRoles = (command: Command): Command =>
  command
    .option('--aws-account <id>', 'the AWS account that the fleet runs in')
    .option('--fleet <stack>', 'the name of its stack, after which its roles are named', FLEET_STACK)
    .option('--role-arn <arn...>', 'trust these roles too; without --aws-account, these alone');

/** What makes no sense of an option that by itself would. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Looks at the options together, once each of them is right. */
export const together =
  <Options>(problemOf: (options: Options) => Problem | undefined) =>
  ({ value, issues }: z.core.ParsePayload<Options>): void => {
    const problem = issues.length === 0 ? problemOf(value) : undefined;
    if (problem)
      issues.push({ code: 'custom', input: value, path: [problem.path], message: problem.message });
  };

interface FormatOptions {
  readonly format?: string | undefined;
  readonly json?: boolean | undefined;
}

export const formatProblem = ({ format, json }: FormatOptions): Problem | undefined =>
  json && format !== undefined && format !== 'json'
    ? { path: 'json', message: `and --format ${format} exclude each other; keep one of them` }
    : undefined;
