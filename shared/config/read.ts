import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import type * as z from 'zod';
import { FleetConfig } from './schema.ts';

export const DEFAULT_CONFIG_PATH = 'aispm.config.yaml';

/** What is wrong with a config: one line per problem, each with its path and its remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(source: string, problems: readonly string[]) {
    super([`${source} cannot be used:`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the config from the file that `AISPM_CONFIG` names, or from `aispm.config.yaml` in the working
 * directory; where there is no such file and none was named, the defaults hold. Throws a {@link ConfigError}.
 */
export function readConfig(named: string | undefined = process.env['AISPM_CONFIG']): FleetConfig {
  const path = named || DEFAULT_CONFIG_PATH;
  let written: string;
  try {
    written = readFileSync(path, 'utf8');
  } catch (error) {
    if (!named && isMissingFile(error)) return parseConfig({}, 'the default config');
    throw new ConfigError(path, [
      `${reasonOf(error)}; name a readable file in AISPM_CONFIG or with --config`,
    ]);
  }
  return parseConfigText(written, path);
}

/** The config in a YAML (or JSON) text. Throws a {@link ConfigError}. */
export function parseConfigText(written: string, source: string): FleetConfig {
  try {
    return parseConfig(parse(written) ?? {}, source);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    throw new ConfigError(source, [
      `${line ? `line ${line}: ` : ''}${error.message.split('\n')[0]} Correct the YAML; aispm.config.example.yaml shows every setting`,
    ]);
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

const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const reasonOf = (error: unknown): string =>
  isMissingFile(error) ? 'there is no such file' : error instanceof Error ? error.message : String(error);
