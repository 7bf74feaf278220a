import type { Command } from 'commander';
import * as z from 'zod';
import { Severity } from '#shared/model/severity.ts';
import { type ExitCode, type Surroundings, UsageError } from './surroundings.ts';

/** One command of the terminal: its words, and what it does. */
export interface CliCommand {
  /** Adds the command with its options and help to the program, and gives it back. */
  readonly declare: (program: Command) => Command;
  /** Throws a UsageError for options that make no sense. */
  readonly execute: (
    surroundings: Surroundings,
    options: unknown,
    args: readonly string[],
  ) => Promise<ExitCode>;
}

interface Declaration<Options> {
  readonly declare: (program: Command) => Command;
  /** The options as they must be, by the names that commander gives them. */
  readonly options: z.ZodType<Options>;
  readonly run: (surroundings: Surroundings, options: Options, args: readonly string[]) => Promise<ExitCode>;
}

export function cliCommand<Options>({ declare, options, run }: Declaration<Options>): CliCommand {
  return {
    declare,
    execute: (surroundings, given, args) => {
      const parsed = options.safeParse(given);
      if (parsed.success) return run(surroundings, parsed.data, args);
      const problems = parsed.error.issues.map(
        ({ path: [option], message }) => `--${kebab(String(option))}: ${message}`,
      );
      throw new UsageError(problems.join('\n'));
    },
  };
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The options of {@link withStore}. */
export const StoreOptions = z.object({
  store: z.string().min(1),
  table: z.string().optional(),
  config: z.string().optional(),
});

/** The options of {@link withClouds}. */
export const CloudOptions = StoreOptions.extend({
  aws: z.boolean().optional(),
  azure: z.boolean().optional(),
  gcp: z.boolean().optional(),
});

export const SeverityOption = Severity.optional();
