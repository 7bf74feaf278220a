import type { Change, Finding } from '#shared/model/finding.ts';
import type { Remediation } from '#shared/model/remediation.ts';
import type { Answer } from '#shared/remediation/answer.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { openStage, SCOPE, type Stage } from './stage.ts';

export const BUCKET = 'arn:aws:s3:::churn-training';
export const ALL = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
export const HALF = {
  BlockPublicAcls: true,
  IgnorePublicAcls: false,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: false,
};
export const ANA = { approver: 'ana@example.com', note: 'agreed with growth' };

/** The record of an answer that is no refusal. */
export function recordOf(answer: Answer): Remediation {
  if (answer.outcome === 'refused') throw new Error(`${answer.code}: ${answer.message}`);
  return answer.remediation;
}
export const refusalOf = (answer: Answer): string =>
  answer.outcome === 'refused' ? answer.code : answer.outcome;

/** A bucket without a block, and the finding that says so. */
export interface BucketCase {
  stage: Stage;
  finding: Finding;
  statusOf(): Promise<Finding['status'] | undefined>;
  suppress(): Promise<Change>;
  approvedPlan(): Promise<Remediation>;
}

export async function openBucketCase(): Promise<BucketCase> {
  const stage = await openStage();
  const finding = await stage.open('aws.s3.bucket', BUCKET, 'churn-training');
  return {
    stage,
    finding,
    statusOf: async () => (await stage.store.ledger.finding(finding.id, SCOPE))?.status,
    suppress: () =>
      stage.store.ledger.suppress(finding.id, {
        owner: 'ana',
        reason: 'sandbox',
        until: '2027-01-01T00:00:00.000Z',
      }),
    approvedPlan: async () => {
      const plan = recordOf(await planRemediation(stage.fleet, finding.id));
      return recordOf(await approveRemediation(stage.fleet, plan.id, ANA));
    },
  };
}
