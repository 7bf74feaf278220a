import { all, field, type Predicate } from '#shared/model/predicate.ts';

const AUTHORIZER = 'authorizerConfiguration.customJWTAuthorizer';

/** Tokens are looked at, and neither whom they are for nor who got them nor what they allow is: any will do. */
export const takesAnyToken: Predicate = all(
  field(`${AUTHORIZER}.discoveryUrl`).isPresent(),
  field(`${AUTHORIZER}.allowedAudience`).isEmpty(),
  field(`${AUTHORIZER}.allowedClients`).isEmpty(),
  field(`${AUTHORIZER}.allowedScopes`).isEmpty(),
  field(`${AUTHORIZER}.customClaims`).isEmpty(),
);

export const takesTokens: Predicate = field(`${AUTHORIZER}.discoveryUrl`).isPresent();

/** The keys that tokens are held against come over a connection that anybody on the way may change. */
export const looksUpKeysInTheClear: Predicate = field(`${AUTHORIZER}.discoveryUrl`).matches(/^http:/i);
