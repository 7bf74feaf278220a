import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/**
 * `verified`: it is who it should be. `refused`: it is not, or does not show that it is. `undecided`: the keys of the
 * issuer cannot be had, so that nobody can tell; whoever sent it should send it again.
 */
export type Verification = 'verified' | 'refused' | 'undecided';

export interface ExpectedToken {
  readonly keys: JWTVerifyGetKey;
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  readonly requiredClaims: readonly string[];
  /** For how long after it was issued a token may be used, whatever it says itself. */
  readonly mostAgeSeconds?: number;
  /** What else must be true of the claims of a token that is genuine, current and for us. */
  readonly names: (claims: JWTPayload) => boolean;
}

/** Clocks of clouds differ by less. */
const CLOCK_TOLERANCE_SECONDS = 60;

/** Verifies the bearer token of an `Authorization` header. Says nothing of why one is refused: nobody is to learn. */
export async function verifyBearer(
  authorization: string | undefined,
  { keys, issuers, audiences, requiredClaims, mostAgeSeconds, names }: ExpectedToken,
  now: Date,
): Promise<Verification> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return 'refused';
  try {
    const { payload } = await jwtVerify(token, keys, {
      // Never the one that the token names: neither none, nor a public key taken for a shared secret.
      algorithms: ['RS256'],
      issuer: [...issuers],
      audience: [...audiences],
      requiredClaims: [...requiredClaims],
      ...(mostAgeSeconds !== undefined && { maxTokenAge: mostAgeSeconds }),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    return names(payload) ? 'verified' : 'refused';
  } catch (error) {
    if (error instanceof KeysUnreachable) return 'undecided';
    if (error instanceof errors.JOSEError) return 'refused';
    throw error;
  }
}

/** The keys of the issuer could not be read, or are none. */
class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';
}

const KEYS_TIMEOUT_MILLISECONDS = 3_000;
/** An unknown key id has the set read again, but not more often: anybody may make one up. */
const KEYS_COOLDOWN_MILLISECONDS = 30_000;
const KEYS_LIFETIME_MILLISECONDS = 10 * 60_000;

/** The signing keys that an issuer publishes, kept in this container for ten minutes. */
export function publishedKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: KEYS_TIMEOUT_MILLISECONDS,
    cooldownDuration: KEYS_COOLDOWN_MILLISECONDS,
    cacheMaxAge: KEYS_LIFETIME_MILLISECONDS,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      // The set was read, and the token names none of its keys, or none in particular.
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      throw new KeysUnreachable('the keys of an issuer cannot be read', { cause: error });
    }
  };
}
