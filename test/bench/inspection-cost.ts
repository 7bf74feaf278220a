import { ASSUMED, type CostLine } from './cost.ts';
import { prices } from './prices.ts';

/** A month of model files in S3, scanned as often as the fleet of {@link ASSUMED}. */
export interface InspectionMonth {
  /** Artefacts that are one object: each is asked for its ETag, and for its signature, after each scan. */
  readonly objects: number;
  /** Artefacts that are a prefix: each page of a thousand objects is one list after each scan. */
  readonly pages: number;
  /** Inspections of files in the month: of what is new or was written anew. */
  readonly inspections: number;
  /** Of one inspection, its first question among them; measured by `npm run bench:bytes`. */
  readonly requestsPerInspection: number;
  /** What reading the inventory takes at most: all that an unchanged scan reads. Measured by `npm run bench`. */
  readonly readUnitsPerPlan: number;
}

/** From the template: what inspecting adds to the fleet. */
export interface InspectionDeployment {
  readonly memoryMebibytes: number;
  readonly alarms: number;
}

/** Whether a signature lies in a folder, and in the one beyond: of each object apart, as if no two shared a folder. */
const SIGNATURE_QUESTIONS = 2;
/** One is sent, received and deleted; that several go at once is left out. */
const SQS_REQUESTS_PER_MESSAGE = 3;

/** What inspecting adds to a month, in US dollars. Questions and reads are reckoned one after the other. */
export function inspectionCost(month: InspectionMonth, deployment: InspectionDeployment): CostLine[] {
  const { scansPerMonth, callSeconds, startSeconds, keyRequestsPerInvocation } = ASSUMED;
  const gets =
    // Of a prefix the list tells of its folders, and not of the one beyond.
    (month.objects * (1 + SIGNATURE_QUESTIONS) + month.pages) * scansPerMonth +
    month.inspections * (month.requestsPerInspection + SIGNATURE_QUESTIONS);
  const lists = month.pages * scansPerMonth;
  const invocations = scansPerMonth + month.inspections;
  const seconds = (gets + lists) * callSeconds + invocations * startSeconds;
  const readUnits = scansPerMonth * month.readUnitsPerPlan;
  const line = (what: string, amount: number, unit: string, price: number): CostLine => ({
    what,
    amount: `${Math.round(amount).toLocaleString('en-US')} ${unit}`,
    dollars: amount * price,
  });
  return [
    line('DynamoDB, at most', readUnits, 'read units', prices.dynamodbReadUnit),
    line('Lambda', (seconds * deployment.memoryMebibytes) / 1024, 'GB-seconds', prices.lambdaGigabyteSecond),
    line('CloudWatch alarms', deployment.alarms, 'more', prices.alarmMonth),
    line('S3 GET and HEAD', gets, 'requests', prices.s3Get),
    line('S3 LIST', lists, 'requests', prices.s3List),
    line('KMS', invocations * keyRequestsPerInvocation, 'requests', prices.kmsRequest),
    line('SQS', invocations * SQS_REQUESTS_PER_MESSAGE, 'requests', prices.sqsRequest),
    line('Lambda requests', invocations, 'requests', prices.lambdaRequest),
  ];
}
