import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { FleetFunction } from './fleet-function.ts';
import { WorkQueue } from './queues.ts';

export interface ChangeFeedProps {
  readonly rescan: FleetFunction;
  readonly rescanTimeout: Duration;
  /** CloudTrail’s `eventSource` → the event names after which something is read again. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  readonly alarms: Alarms;
}

/** CloudTrail’s management events → one queue → rescan-resource. */
export class ChangeFeed extends Construct {
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, { rescan, rescanTimeout, events, alarms }: ChangeFeedProps) {
    super(scope, id);
    this.work = new WorkQueue(this, 'Work', {
      alarms,
      of: 'aispm changes to rescan',
      consumerTimeout: rescanTimeout,
      // A change and its echoes arrive together, and the APIs take a moment to show it.
      delay: Duration.seconds(10),
    });
    // One rule per service: an event pattern holds 2,048 characters.
    for (const [eventSource, eventName] of Object.entries(events)) {
      new Rule(this, eventSource.replace(/\..*/, ''), {
        description: `aispm: changes that ${eventSource} reports`,
        eventPattern: {
          detailType: ['AWS API Call via CloudTrail'],
          detail: { eventSource: [eventSource], eventName: [...eventName], errorCode: [{ exists: false }] },
        },
        targets: [new SqsQueue(this.work.queue)],
      });
    }
    rescan.consume(this.work);
  }
}
