import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { ConfigError, parseConfig } from './parse.ts';
import type { FleetConfig } from './schema.ts';

export { ConfigError, parseConfig } from './parse.ts';

export const DEFAULT_CONFIG_PATH = 'aispm.config.yaml';

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

const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const reasonOf = (error: unknown): string =>
  isMissingFile(error) ? 'there is no such file' : error instanceof Error ? error.message : String(error);
