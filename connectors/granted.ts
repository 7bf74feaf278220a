import type { Coverage } from '#shared/model/coverage.ts';
import type { Scope } from '#shared/model/scope.ts';
import { NEVER_GRANTED } from './never-granted.ts';

/** What the identity that asks may do in one subscription, project, folder or organization, as far as it can learn. */
export interface Granted {
  readonly scope: Scope;
  /** Who asks, by the cloud's own id. */
  readonly principal?: string;
  /** Whether it sees the place at all; absent where that could not be learnt. */
  readonly visible?: boolean;
  /** Permissions that reading takes and that it is known not to have. */
  readonly missing: readonly string[];
  readonly excess: readonly Excess[];
  /** What was asked in vain. Nothing here: all of it was learnt. */
  readonly unread: readonly Coverage[];
}

/** Something that it may do beyond reading what is declared. */
export interface Excess {
  /** What was granted, in the cloud's own spelling; may have wildcards. */
  readonly granted: readonly string[];
  /** One permission that this includes, the gravest, and what it gives. */
  readonly example: string;
  readonly reason: string;
  /** The role that grants it and where it was assigned, where the cloud says so. */
  readonly by?: { readonly role: string; readonly at: string; readonly assignment: string };
}

/** Permissions that exist and that nobody who reads should have, the gravest first. */
export const dangersIn = (provider: Scope['provider']): { permission: string; reason: string }[] =>
  NEVER_GRANTED.filter((kind) => kind.provider === provider).flatMap(({ examples, reason }) =>
    examples.filter((example) => !example.includes('*')).map((permission) => ({ permission, reason })),
  );
