import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import type { Scope } from '#shared/model/scope.ts';
import { progressOn } from '../../cli/progress.ts';

class Paper extends Writable {
  readonly isTTY: boolean;
  readonly columns = 60;
  text = '';

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

const scope: Scope = { provider: 'azure', account: '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f', region: 'global' };
const coverage = {
  scope,
  operation: 'x',
  outcome: 'denied',
  permission: 'x',
  calls: 1,
  incomplete: 1,
} as const;
const scan = {
  scope,
  assets: 3,
  verdicts: { pass: 1, fail: 2, unknown: 0, 'not-applicable': 0 },
  changes: [],
  coverage: [coverage],
};

it('keeps the line that it redraws within the terminal, and clears it', () => {
  const stderr = new Paper(true);
  const told = progressOn({ stderr, env: { NO_COLOR: '1' } });
  told({ kind: 'scope-started', scope });
  const [, drawn = ''] = stderr.text.split('\u001b[2K');
  expect(drawn).toContain('scopes · azure/');
  expect(drawn.length).toBeLessThan(60);
  told({ kind: 'scope-finished', scan, milliseconds: 1500 });
  expect(stderr.text.endsWith('2 failing, 1 operation not read (1.5 s)\n')).toBe(true);
});

it('writes whole lines and no control characters where nobody watches', () => {
  const stderr = new Paper(false);
  const told = progressOn({ stderr, env: {} });
  told({ kind: 'scope-started', scope });
  told({ kind: 'asset-found', scope, assets: 1 });
  told({ kind: 'scope-finished', scan, milliseconds: 1500 });
  expect(stderr.text).toBe(
    '! azure/5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f/global: 3 assets, 2 failing, 1 operation not read (1.5 s)\n',
  );
});
