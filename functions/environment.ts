import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '#shared/config/parse.ts';
import type { FleetConfig } from '#shared/config/schema.ts';

/** What the stack tells every function. */
export interface Environment {
  readonly config: FleetConfig;
  readonly table: string;
  readonly bus: string;
  /** The account and region that the fleet runs in. */
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** Reads the environment variables, and the config that the stack put beside the bundle. */
export function environmentOf(variables: NodeJS.ProcessEnv = process.env): Environment {
  const path = join(variables['LAMBDA_TASK_ROOT'] ?? import.meta.dirname, 'fleet.json');
  return {
    config: parseConfig(JSON.parse(readFileSync(path, 'utf8')), path),
    table: required(variables, 'AISPM_TABLE'),
    bus: required(variables, 'AISPM_BUS'),
    account: required(variables, 'AISPM_ACCOUNT'),
    region: required(variables, 'AWS_REGION'),
    partition: required(variables, 'AISPM_PARTITION'),
  };
}

export function required(variables: NodeJS.ProcessEnv, name: string): string {
  const value = variables[name];
  if (!value) throw new Error(`the environment variable ${name} is not set; deploy the stack again`);
  return value;
}
