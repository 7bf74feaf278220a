import { field } from '#shared/model/predicate.ts';

/** Kinds of authentication in which a secret is stored that opens the other end for whoever has it. */
export const isKeyed = field('properties.authType').isOneOf(
  'ApiKey',
  'AccountKey',
  'AccessKey',
  'CustomKeys',
  'PAT',
  'SAS',
  'UsernamePassword',
);
