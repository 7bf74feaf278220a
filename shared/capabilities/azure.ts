import type { Capability } from './capability.ts';

export const AZURE: readonly Capability[] = [];
