import type { Capability } from './capability.ts';

export const GCP: readonly Capability[] = [];
