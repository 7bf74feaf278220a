import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE } from '#functions/middleware/metrics.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import type { FleetFunction } from './fleet-function.ts';

export interface ChangeReceiverProps {
  readonly receive: FleetFunction;
  readonly alarms: Alarms;
}

/**
 * Event Grid and Pub/Sub → a function URL → receive-change.
 *
 * The one address of the fleet that is open to the internet, and only in a fleet whose config asks for it. Lambda can
 * authenticate requests that are signed with keys of AWS, and neither service signs so: `NONE` is the only type that
 * lets them in at all. So the function asks for the token that each of them does send, before it looks at anything
 * else, and what is not verified ends there (functions/receive-change.ts). What remains to strangers is to cost: the
 * function runs no more often at once than is reserved for it, for no longer than its timeout, takes no large body,
 * and writes no line for them. What it may do itself is to queue a rescan and to remember the ids of messages.
 */
export class ChangeReceiver extends Construct {
  /** Ends in a slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, { receive, alarms }: ChangeReceiverProps) {
    super(scope, id);
    // Argued above. No rule of AwsSolutions looks at function URLs, so that there is nothing to acknowledge.
    this.url = receive.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
    alarms.above(
      this,
      'KeysUnreachable',
      new Metric({
        namespace: METRIC_NAMESPACE,
        metricName: 'KeysUnreachable',
        dimensionsMap: { function: receive.function.functionName },
        statistic: Stats.SUM,
        period: ALARM_PERIOD,
      }),
      'aispm receive-change cannot read the keys with which Entra ID or Google signs tokens; changes there wait for it, or for the schedule.',
    );
  }
}
