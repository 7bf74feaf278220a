import { GLOBAL, type Scope } from '#shared/model/scope.ts';

/** The one scope of everything in a project, or of what the organisation or folder that is scanned has itself. */
export const scopeOf = (account: string): Scope => ({ provider: 'gcp', account, region: GLOBAL });
