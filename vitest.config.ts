import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/deploy/**'],
    // Synth runs CloudFormation's linter each time unless told not to; one synth in CI leaves it on.
    env: { CDK_VALIDATION: 'false', AWS_EC2_METADATA_DISABLED: 'true' },
    // Left to itself it leaves one core free, which of two is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
