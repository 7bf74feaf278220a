import type * as z from 'zod';
import { FleetConfig } from './schema.ts';

/** What is wrong with a config: one line per problem, each with its path and its remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(source: string, problems: readonly string[]) {
    super([`${source} cannot be used:`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/** The config in an object, completed with the defaults. Throws a {@link ConfigError}. */
export function parseConfig(written: unknown, source: string): FleetConfig {
  const parsed = FleetConfig.safeParse(written);
  if (parsed.success) return parsed.data;
  throw new ConfigError(source, parsed.error.issues.flatMap(problemsOf));
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) =>
        `${pathText([...issue.path, key])}: is not a setting; remove it, or see aispm.config.example.yaml for its name`,
    );
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return [`${path || 'the file'}: is not a group of settings; write its settings indented below it`];
  return [`${path || 'the file'}: ${issue.message}`];
}

/** `aws.accounts[0]` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
