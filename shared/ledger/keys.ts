import { createHash } from 'node:crypto';
import { type Scope, scopeKey } from '#shared/model/scope.ts';

/**
 * The one table. Everything of a scope lies in one partition, so that a reconciliation reads it with two
 * queries, and there is no index: an index would double the write units of every finding to serve lookups
 * that a person makes a few times a day (see `findFinding`).
 *
 * | pk                 | sk                   | what                                               |
 * |--------------------|----------------------|----------------------------------------------------|
 * | `SCOPE#<scope>`    | `FINDING#<id>`       | a finding, for ever                                |
 * | `SCOPE#<scope>`    | `ASSET#<sha256(id)>` | an asset as last read, or the mark that it is gone |
 * | `SCOPE#<scope>`    | `SCAN`               | the last observation of the scope                  |
 * | `SCOPES`           | `<scope>`            | that the scope is known; written once              |
 * | `SCANS`            | `<scan id>`          | a run over many scopes                             |
 * | `RECORDS#<kind>`   | `<id>`               | records of another module, such as remediations    |
 * | `RECEIVED#<from>`  | `<message id>`       | that a message was received, while it may be again |
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The attribute that DynamoDB's time to live is set on, in epoch seconds. The embedded store ignores it. */
export const EXPIRY_ATTRIBUTE = 'expiresAt';

export const FINDING_PREFIX = 'FINDING#';
export const ASSET_PREFIX = 'ASSET#';
export const SCOPES_PARTITION = 'SCOPES';
export const SCANS_PARTITION = 'SCANS';

export const scopePartition = (scope: Scope): string => `SCOPE#${scopeKey(scope)}`;

export const findingKey = (scope: Scope, findingId: string): Key => ({
  pk: scopePartition(scope),
  sk: FINDING_PREFIX + findingId,
});

/** Hashed, because an asset id may have 4,096 bytes and a sort key 1,024. */
export const assetKey = (scope: Scope, assetId: string): Key => ({
  pk: scopePartition(scope),
  sk: ASSET_PREFIX + createHash('sha256').update(assetId).digest('hex'),
});

export const scanKey = (scope: Scope): Key => ({ pk: scopePartition(scope), sk: 'SCAN' });

export const knownScopeKey = (scope: Scope): Key => ({ pk: SCOPES_PARTITION, sk: scopeKey(scope) });

/** A partition of its own, which the one function that is open to the world is confined to. */
export const receivedPartition = (from: string): string => `RECEIVED#${from}`;

export const receivedKey = (from: string, messageId: string): Key => ({
  pk: receivedPartition(from),
  sk: messageId,
});

export const runKey = (scanId: string): Key => ({ pk: SCANS_PARTITION, sk: scanId });
