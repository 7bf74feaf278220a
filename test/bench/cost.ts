import type { Deployment } from './deployment.ts';
import { prices } from './prices.ts';

/** What was measured, for one asset or one row. */
export interface Measured {
  /** Calls to clouds, of an unchanged scan. */
  readonly callsPerAsset: number;
  /** Processor time of an unchanged scan, without and of the correlation. */
  readonly scanCpuSecondsPerAsset: number;
  readonly correlateCpuSecondsPerAsset: number;
  readonly findingsPerAsset: number;
  readonly writeUnitsPerFinding: number;
  readonly writeUnitsPerAsset: number;
  /** Of an unchanged scan: per scope. */
  readonly writeUnitsPerScope: number;
  readonly readUnitsPerAsset: number;
}

/** What nobody can measure on a loopback. Change it and run again. */
export const ASSUMED = {
  assets: 5000,
  scansPerMonth: 730,
  /** Regions and global scopes of about five AWS accounts, five subscriptions and five projects. */
  scopes: 60,
  changedFindingsPerDay: 0.02,
  changedAssetsPerDay: 0.02,
  /** A cloud's answer, and how many calls of one scope are under way at once. */
  callSeconds: 0.1,
  callsAtOnce: 8,
  /** Beginning of an invocation: loading, credentials, tokens; Lambda bills it. */
  startSeconds: 1,
  /** A change is read again in one invocation, and published in a batch of its own. */
  rescanSeconds: 2,
  publishSeconds: 1,
  digestsPerMonth: 30,
  digestSeconds: 5,
  digestReaders: 5,
  logKibibytesPerInvocation: 4,
  logKibibytesPerTransition: 3,
  /** DynamoDB asks for the table's key once per five minutes and caller; queues and logs a little more often. */
  keyRequestsPerInvocation: 4,
} as const;

/** A Lambda function has one processor at so much memory, and a share of it below. Source: Lambda Developer Guide, “Memory”. */
const MEBIBYTES_OF_ONE_CORE = 1769;

export interface CostLine {
  readonly what: string;
  readonly amount: string;
  readonly dollars: number;
}

/** The monthly cost of the fleet, line by line, in US dollars. */
export function monthlyCost(measured: Measured, deployment: Deployment): CostLine[] {
  const { assets, scansPerMonth, scopes } = ASSUMED;
  const findings = assets * measured.findingsPerAsset;
  const changes = findings * ASSUMED.changedFindingsPerDay * 30;
  const changedAssets = assets * ASSUMED.changedAssetsPerDay * 30;
  const memory = (name: string): number => {
    const mebibytes = deployment.memoryMebibytes.get(name);
    if (mebibytes === undefined) throw new Error(`the template has no function ${name}`);
    return mebibytes;
  };
  const onLambda = (cpuSeconds: number, name: string): number =>
    cpuSeconds * Math.max(1, MEBIBYTES_OF_ONE_CORE / memory(name));

  const scanSeconds =
    onLambda(assets * measured.scanCpuSecondsPerAsset, 'scan-scope') +
    (assets * measured.callsPerAsset * ASSUMED.callSeconds) / ASSUMED.callsAtOnce +
    scopes * ASSUMED.startSeconds;
  const correlateSeconds =
    onLambda(assets * measured.correlateCpuSecondsPerAsset, 'correlate') + ASSUMED.startSeconds;
  const functions = [
    { name: 'plan-scan', invocations: scansPerMonth, seconds: scansPerMonth * (ASSUMED.startSeconds + 2) },
    { name: 'scan-scope', invocations: scansPerMonth * scopes, seconds: scansPerMonth * scanSeconds },
    { name: 'correlate', invocations: scansPerMonth, seconds: scansPerMonth * correlateSeconds },
    {
      name: 'rescan-resource',
      invocations: changedAssets,
      seconds: changedAssets * ASSUMED.rescanSeconds,
    },
    {
      name: 'publish-findings',
      invocations: changes + scansPerMonth,
      seconds: (changes + scansPerMonth) * ASSUMED.publishSeconds,
    },
    {
      name: 'send-digest',
      invocations: ASSUMED.digestsPerMonth,
      seconds: ASSUMED.digestsPerMonth * ASSUMED.digestSeconds,
    },
  ];
  const invocations = functions.reduce((sum, each) => sum + each.invocations, 0);
  const transitions =
    scansPerMonth * (deployment.transitions.perScan + scopes * deployment.transitions.perScope);
  const writeUnits =
    changes * measured.writeUnitsPerFinding +
    changedAssets * measured.writeUnitsPerAsset +
    scansPerMonth * (scopes * measured.writeUnitsPerScope + 2);
  const readUnits = scansPerMonth * assets * measured.readUnitsPerAsset;
  // A write unit is a KiB of row.
  const gigabytes =
    ((findings * measured.writeUnitsPerFinding + assets * measured.writeUnitsPerAsset) * 1024) / 1e9;
  const logGigabytes =
    ((invocations * ASSUMED.logKibibytesPerInvocation + transitions * ASSUMED.logKibibytesPerTransition) *
      1024) /
    1e9;
  const keyRequests = invocations * ASSUMED.keyRequestsPerInvocation;
  const line = (what: string, amount: number, unit: string, price: number): CostLine => ({
    what,
    amount: `${amount >= 100 ? Math.round(amount).toLocaleString('en-US') : amount.toPrecision(2)} ${unit}`,
    dollars: amount * price,
  });
  return [
    ...functions.map(({ name, seconds }) =>
      line(
        `Lambda ${name}, ${memory(name)} MiB`,
        (seconds * memory(name)) / 1024,
        'GB-seconds',
        prices.lambdaGigabyteSecond,
      ),
    ),
    line('Lambda requests', invocations, 'requests', prices.lambdaRequest),
    line('Step Functions', transitions, 'transitions', prices.stepFunctionsTransition),
    line('DynamoDB writes', writeUnits, 'units', prices.dynamodbWriteUnit),
    line('DynamoDB reads', readUnits, 'units', prices.dynamodbReadUnit),
    line('DynamoDB storage', gigabytes, 'GB', prices.dynamodbGigabyteMonth),
    line('EventBridge', changes + scansPerMonth, 'events', prices.eventBridgeEvent),
    line('Security Hub', changes, 'findings imported', prices.securityHubFinding),
    line('KMS keys', deployment.keys, 'keys', prices.kmsKeyMonth),
    line('KMS requests', keyRequests, 'requests', prices.kmsRequest),
    line('CloudWatch logs', logGigabytes, 'GB', prices.logsGigabyte),
    line('CloudWatch alarms', deployment.alarms, 'alarms', prices.alarmMonth),
    line('Digest', ASSUMED.digestsPerMonth * ASSUMED.digestReaders, 'messages', prices.message),
  ];
}

/** The assumptions in words, for the reader of the figures. */
export const assumptions = (): string[] => [
  `${ASSUMED.assets.toLocaleString('en-US')} assets in ${ASSUMED.scopes} scopes, scanned ${ASSUMED.scansPerMonth} times a month; every asset type has the share of the demo estate`,
  `${ASSUMED.changedFindingsPerDay * 100} % of findings and ${ASSUMED.changedAssetsPerDay * 100} % of assets change per day; each changed asset is rescanned at once, each change published in a batch of its own`,
  `a call to a cloud takes ${ASSUMED.callSeconds * 1000} ms, ${ASSUMED.callsAtOnce} are under way per scope, and waiting and computing do not overlap`,
  `processor time as measured here, stretched where a function has less than one core (${MEBIBYTES_OF_ONE_CORE} MiB); ${ASSUMED.startSeconds} s to begin an invocation`,
  `rescan ${ASSUMED.rescanSeconds} s, publish ${ASSUMED.publishSeconds} s, digest ${ASSUMED.digestSeconds} s to ${ASSUMED.digestReaders} readers ${ASSUMED.digestsPerMonth} times a month; nothing is remediated`,
  `${ASSUMED.logKibibytesPerInvocation} KiB of log and ${ASSUMED.keyRequestsPerInvocation} KMS requests per invocation, ${ASSUMED.logKibibytesPerTransition} KiB of log per transition`,
  'per scope one transition for the start of the child and one for each of its states',
  'not counted: free tiers, the first scan, SQS polling, X-Ray traces, S3 request charges, data transfer, point-in-time recovery',
];
