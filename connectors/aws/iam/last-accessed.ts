import { setTimeout } from 'node:timers/promises';
import type { Outcome, Unread } from '#shared/model/coverage.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { awsOperation } from '../operation.ts';
import type { AwsServices } from '../services.ts';

export const generateServiceLastAccessedDetails = awsOperation('iam:GenerateServiceLastAccessedDetails');
export const getServiceLastAccessedDetails = awsOperation('iam:GetServiceLastAccessedDetails');

/** What is waited before each look at the report; who has none by then has to wait for the next scan. */
const WAITS_MILLISECONDS = [0, 1_000, 3_000];

/** How many principals of one type are asked about in one scan: each takes two calls and a report of its own. */
const MOST = 100;

/** Counts who was asked about in one scan. */
export class LastAccessed {
  #asked = 0;

  /**
   * When the principal last used each of these services. A report that is not finished is no report: what it does
   * not tell was not read.
   */
  async of(
    { iam }: AwsServices,
    Arn: string,
    namespaces: ReadonlySet<string>,
  ): Promise<Json | Unread | undefined> {
    if (namespaces.size === 0) return undefined;
    if (this.#asked >= MOST) return notRead('not-asked');
    this.#asked += 1;
    const JobId = await iam.part('GenerateServiceLastAccessedDetails', { Arn }, (answer) => answer.JobId);
    if (isUnread(JobId)) return JobId;
    if (typeof JobId !== 'string') return notRead('failed');
    for (const wait of WAITS_MILLISECONDS) {
      if (wait > 0) await setTimeout(wait);
      const report = await iam.part('GetServiceLastAccessedDetails', { JobId, MaxItems: 1000 }, (answer) => ({
        JobStatus: answer.JobStatus,
        JobCompletionDate: answer.JobCompletionDate,
        IsTruncated: answer.IsTruncated,
        ServicesLastAccessed: answer.ServicesLastAccessed?.filter(({ ServiceNamespace = '' }) =>
          namespaces.has(ServiceNamespace),
        ),
      }));
      if (isUnread(report)) return report;
      if (!isObject(report) || report['IsTruncated'] === true) return notRead('failed');
      if (report['JobStatus'] === 'COMPLETED') return report;
      if (report['JobStatus'] === 'FAILED') return notRead('failed');
    }
    return notRead('failed');
  }
}

const notRead = (outcome: Outcome): Unread => ({
  $unread: {
    operation: getServiceLastAccessedDetails.id,
    outcome,
    permission: getServiceLastAccessedDetails.permission,
  },
});
