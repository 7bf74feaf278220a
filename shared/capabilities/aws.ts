import type { Capability } from './capability.ts';

export const AWS: readonly Capability[] = [];
