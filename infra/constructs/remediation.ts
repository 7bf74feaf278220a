import type { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { FleetFunction } from './fleet-function.ts';
import { WorkQueue } from './queues.ts';

export interface RemediationProps {
  readonly bus: EventBus;
  readonly remediate: FleetFunction;
  readonly remediateTimeout: Duration;
  /** Detail types of the bus that remediate-finding answers. */
  readonly detailTypes: readonly string[];
  readonly alarms: Alarms;
}

/** Rules on the fleet’s own bus → one queue → remediate-finding. */
export class Remediation extends Construct {
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, props: RemediationProps) {
    super(scope, id);
    this.work = new WorkQueue(this, 'Work', {
      alarms: props.alarms,
      of: 'aispm remediations',
      consumerTimeout: props.remediateTimeout,
    });
    new Rule(this, 'Findings', {
      description: 'aispm: findings to plan a remediation for, and approvals to act on',
      eventBus: props.bus,
      eventPattern: { source: ['aispm'], detailType: [...props.detailTypes] },
      targets: [new SqsQueue(this.work.queue)],
    });
    // One at a time each: two acts on one asset never overlap by much, and a bad plan does not run away.
    props.remediate.consume(this.work, { batchSize: 1, concurrency: 2 });
  }
}
