import { needsEstate } from '#shared/model/check.ts';
import type { Remediation } from '#shared/model/remediation.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { type Answer, done, refused } from './answer.ts';
import { advance, now, type RemediationFleet, recordsOf } from './fleet.ts';

/** Reads the asset again after a write, as often as it is asked for. */
export async function verifyRemediation(fleet: RemediationFleet, id: string): Promise<Answer> {
  const record = await recordsOf(fleet).get(id);
  if (!record) return refused('unknown-remediation', `There is no remediation ${id}`);
  return isUnverified(record) || record.status === 'verified'
    ? verify(fleet, record)
    : refused('wrong-status', `The remediation is ${record.status}: there is nothing to verify`);
}

/**
 * The finding is resolved: what was done about it and not seen to help, because the asset was not read or a
 * check over the whole estate had to wait for the next scan, is looked at again.
 */
export async function verifyAfterResolution(fleet: RemediationFleet, findingId: string): Promise<Answer[]> {
  const waiting = (await Array.fromAsync(recordsOf(fleet).ofFinding(findingId))).filter(isUnverified);
  const answers: Answer[] = [];
  for (const record of waiting) answers.push(await verify(fleet, record));
  return answers;
}

const isUnverified = ({ status, failure }: Remediation): boolean =>
  status === 'acted' || (status === 'failed' && failure?.stage === 'verify');

export async function verify(fleet: RemediationFleet, record: Remediation): Promise<Answer> {
  const verification = await look(fleet, record);
  const next = await advance(fleet, record, { verification, ...conclusion(verification) });
  return next ? done(next) : refused('contended', 'Another run wrote first, and says what became of it');
}

type Verification = NonNullable<Remediation['verification']>;

async function look(fleet: RemediationFleet, record: Remediation): Promise<Verification> {
  const { id, version, findingId, checkId, scope, asset } = record;
  const scanId = `remediation-${id}-${version}`;
  const { outcome } = await rescanResource(fleet, {
    scanId,
    scope,
    assetType: asset.type,
    assetId: asset.id,
  });
  const finding = await fleet.ledger.finding(findingId, scope);
  const at = now(fleet);
  // That the check is no more says nothing of the asset.
  if (finding?.status === 'resolved' && finding.resolution !== 'check-retired')
    return { at, scanId, outcome: 'resolved' };
  const check = fleet.checks.find((candidate) => candidate.id === checkId);
  // Not judged just now: a check over the whole estate waits for the next scan.
  const isJudged = outcome === 'read' && check !== undefined && !needsEstate(check);
  return { at, scanId, outcome: isJudged ? 'still-failing' : 'not-read' };
}

function conclusion({ at, outcome }: Verification): Partial<Remediation> {
  switch (outcome) {
    case 'resolved':
      return { status: 'verified' };
    case 'not-read':
      return { status: 'acted' };
    case 'still-failing':
      return {
        status: 'failed',
        failure: {
          stage: 'verify',
          at,
          code: 'still-failing',
          message: 'The setting was changed, and the check still fails; undo takes the change back',
        },
      };
  }
}
