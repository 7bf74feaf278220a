import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentOf } from '#functions/environment.ts';
import { parseConfigText } from '#shared/config/read.ts';

function deployed(config: string) {
  const folder = mkdtempSync(join(tmpdir(), 'aispm-function-'));
  writeFileSync(join(folder, 'fleet.json'), JSON.stringify(parseConfigText(config, 'test')));
  return {
    LAMBDA_TASK_ROOT: folder,
    AISPM_TABLE: 'table',
    AISPM_BUS: 'aispm',
    AISPM_ACCOUNT: '111122223333',
    AISPM_PARTITION: 'aws',
    AWS_REGION: 'eu-west-1',
  };
}

describe('the environment of a function', () => {
  it('is what the stack set, and the config beside the bundle', () => {
    const environment = environmentOf(deployed('schedule: rate(2 hours)'));
    expect(environment).toMatchObject({ table: 'table', account: '111122223333', region: 'eu-west-1' });
    expect(environment.config.schedule).toBe('rate(2 hours)');
  });

  it('names what is missing', () => {
    const { AISPM_TABLE: _, ...without } = deployed('');
    expect(() => environmentOf(without)).toThrow('AISPM_TABLE is not set; deploy the stack again');
  });
});
