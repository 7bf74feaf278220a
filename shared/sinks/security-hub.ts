import {
  type AwsSecurityFinding,
  BatchImportFindingsCommand,
  type BatchImportFindingsCommandOutput,
} from '@aws-sdk/client-securityhub';
import type { Change } from '#shared/model/finding.ts';
import { asff, type Hub, hubOf } from './asff.ts';
import { type ChangeSink, changeIdOf, type Delivery, failureOf } from './delivery.ts';
import { explanationOf } from './explanation.ts';
import { jsonTextInOrder } from './json-text.ts';
import type { Posture } from './posture.ts';

/** What of `SecurityHubClient` is needed. Give it `retryMode: 'adaptive'`: ten calls a second are allowed. */
export interface FindingImporter {
  readonly send: (command: BatchImportFindingsCommand) => Promise<BatchImportFindingsCommandOutput>;
}

export interface SecurityHubOptions extends Pick<Posture, 'checks' | 'assetTypes'> {
  readonly fleet: Hub;
  /** A client with credentials of that very account: the default product ARN asks for it. */
  readonly clientFor: (accountId: string, region: string) => FindingImporter | Promise<FindingImporter>;
  readonly links?: {
    readonly check?: (checkId: string) => string;
    readonly finding?: (findingId: string) => string;
  };
}

/** Sends findings to Security Hub, each to the hub of its own account and region. */
export const securityHub = (options: SecurityHubOptions): ChangeSink => ({
  id: 'security-hub',
  send: async (changes) => {
    const latest = latestByFinding(changes);
    const hubs = Map.groupBy(latest.values(), ({ finding }) => hubKey(hubOf(finding, options.fleet)));
    const sent = new Map<string, Outcome>();
    for (const ofHub of hubs.values()) {
      const [first] = ofHub;
      if (!first) continue;
      const documents = ofHub.map(({ finding }) => document(finding, options));
      const outcomes = await importInto(hubOf(first.finding, options.fleet), documents, options.clientFor);
      ofHub.forEach(({ finding }, index) => {
        const outcome = outcomes[index];
        if (outcome) sent.set(changeIdOf(finding), outcome);
      });
    }
    return changes.map(({ finding }): Delivery => {
      const changeId = changeIdOf(finding);
      const outcome = sent.get(changeId);
      return { changeId, findingId: finding.id, ...(outcome ?? { outcome: 'superseded' }) };
    });
  },
});

function document(finding: Change['finding'], { fleet, checks, assetTypes, links }: SecurityHubOptions) {
  const check = links?.check?.(finding.checkId);
  const page = links?.finding?.(finding.id);
  return asff(finding, {
    fleet,
    explanation: explanationOf(finding, checks),
    assetType: assetTypes.get(finding.asset.type),
    links: { ...(check && { check }), ...(page && { finding: page }) },
  });
}

/** Ids may not repeat within a batch, and only the last state counts. */
function latestByFinding(changes: readonly Change[]): Map<string, Change> {
  const latest = new Map<string, Change>();
  for (const change of changes) {
    const seen = latest.get(change.finding.id);
    if (!seen || seen.finding.version <= change.finding.version) latest.set(change.finding.id, change);
  }
  return latest;
}

const hubKey = ({ accountId, region }: Hub): string => `${accountId}/${region}`;

export type Outcome = Pick<Delivery, 'outcome' | 'code' | 'detail'>;

/**
 * Imports documents into one hub and says of each, in order, what became of it. A hub that is not enabled
 * answers InvalidAccess: that account's `unavailable`, not an error.
 */
export async function importInto(
  { accountId, region }: Hub,
  documents: readonly AwsSecurityFinding[],
  clientFor: SecurityHubOptions['clientFor'],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const batch of batches(documents)) outcomes.push(...(await importBatch(batch)));
  return outcomes;

  async function importBatch(batch: AwsSecurityFinding[]): Promise<Outcome[]> {
    try {
      const client = await clientFor(accountId, region);
      const { FailedFindings = [] } = await client.send(new BatchImportFindingsCommand({ Findings: batch }));
      const refusals = new Map(FailedFindings.map((failed) => [failed.Id, failed]));
      return batch.map(({ Id }) => {
        const refusal = refusals.get(Id);
        return refusal
          ? refused(refusal.ErrorCode ?? 'Unknown', refusal.ErrorMessage ?? '')
          : { outcome: 'delivered' };
      });
    } catch (error) {
      const { code, detail } = failureOf(error);
      return batch.map(() => refused(code, detail));
    }
  }
}

const NOT_ENABLED = /^InvalidAccess(Exception)?$/;

const refused = (code: string, detail: string): Outcome => ({
  outcome: NOT_ENABLED.test(code) ? 'unavailable' : 'failed',
  code,
  detail,
});

const BATCH_FINDINGS = 100;
/** 6 MB are allowed; the rest is for the request around the findings. */
const BATCH_BYTES = 5_500_000;

function* batches(documents: readonly AwsSecurityFinding[]): Generator<AwsSecurityFinding[]> {
  let batch: AwsSecurityFinding[] = [];
  let bytes = 0;
  for (const one of documents) {
    const size = Buffer.byteLength(jsonTextInOrder(one)) + 1;
    if (batch.length === BATCH_FINDINGS || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
