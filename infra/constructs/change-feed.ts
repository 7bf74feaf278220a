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

/** CloudTrail’s management events → one queue → rescan-resource. What other clouds report joins the queue. */
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
    for (const [eventSource, names] of Object.entries(events)) {
      for (const [index, eventName] of pieces(names).entries()) {
        const id = eventSource.replace(/\..*/, '');
        new Rule(this, index === 0 ? id : `${id}${index + 1}`, {
          description: `aispm: changes that ${eventSource} reports`,
          eventPattern: {
            detailType: ['AWS API Call via CloudTrail'],
            detail: { eventSource: [eventSource], eventName, errorCode: [{ exists: false }] },
          },
          targets: [new SqsQueue(this.work.queue)],
        });
      }
    }
    rescan.consume(this.work);
  }
}

/** An event pattern holds 2,048 characters; this leaves room for what stands around the names. */
const LONGEST_NAMES = 1_700;

/** The names in pieces that each fit the pattern of one rule. */
function pieces(names: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (const name of names) {
    if (JSON.stringify([...(all.at(-1) ?? []), name]).length > LONGEST_NAMES) all.push([]);
    all.at(-1)?.push(name);
  }
  return all;
}
