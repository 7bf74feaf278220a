import { expect, it } from 'vitest';
import { azureFaultMatrix } from '#test/estate/azure/fault-matrix.ts';

it('survives every fault of every Azure operation without a false verdict', {
  timeout: 120_000,
}, async () => {
  const started = performance.now();
  const { cases, failures } = await azureFaultMatrix();
  console.log(
    `Azure fault matrix: ${cases} cases, ${failures.length} failures, ${Math.round(performance.now() - started)} ms`,
  );
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(100);
});
