import { expect, it } from 'vitest';
import { awsFaultMatrix } from '#test/estate/aws/fault-matrix.ts';

it('survives every fault of every AWS operation without a false verdict', { timeout: 600_000 }, async () => {
  const started = performance.now();
  const { cases, failures } = await awsFaultMatrix(process.env['AISPM_MATRIX']);
  const milliseconds = Math.round(performance.now() - started);
  console.log(`AWS fault matrix: ${cases} cases, ${failures.length} failures, ${milliseconds} ms`);
  expect(failures).toEqual([]);
  if (!process.env['AISPM_MATRIX']) expect(cases).toBeGreaterThan(300);
});
