import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { FleetFunction } from './fleet-function.ts';
import type { WorkQueue } from './queues.ts';

export interface ModelFileInspectionProps {
  readonly work: WorkQueue;
  readonly bus: EventBus;
  readonly inspect: FleetFunction;
  /** Names of buckets of S3 as the config has them, with `*` for any text. */
  readonly buckets: readonly string[];
}

/** Objects that are written, and scans that are over → one queue → inspect-model-file. */
export class ModelFileInspection extends Construct {
  constructor(scope: Construct, id: string, { work, bus, inspect, buckets }: ModelFileInspectionProps) {
    super(scope, id);
    const targets = [new SqsQueue(work.queue)];
    if (buckets.length > 0)
      new Rule(this, 'Objects', {
        description: 'aispm: objects written to or deleted from buckets of models',
        eventPattern: {
          source: ['aws.s3'],
          detailType: ['Object Created', 'Object Deleted', 'Object Restore Completed'],
          detail: {
            bucket: { name: buckets.map((name) => (name.includes('*') ? { wildcard: name } : name)) },
          },
        },
        targets,
      });
    new Rule(this, 'Scans', {
      description: 'aispm: scans that are over, after which new files are looked for',
      eventBus: bus,
      eventPattern: { source: ['aispm'], detailType: ['Scan Completed', 'Scan Incomplete'] },
      targets,
    });
    // A few at once: a bucket that is filled with thousands of files is not to take the account’s concurrency.
    // Four that each take as long as they may are done before the function’s timeout.
    inspect.consume(work, { batchSize: 4, concurrency: 5 });
  }
}
