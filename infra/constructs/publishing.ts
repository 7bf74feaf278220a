import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { FINDING_PREFIX } from '#shared/ledger/keys.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import type { FleetFunction } from './fleet-function.ts';
import type { Ledger } from './ledger.ts';
import { DeadLetters } from './queues.ts';

/** Assets, coverage and scans stay in the table; only findings and remediations have readers outside. */
const WITH_READERS = [
  { dynamodb: { Keys: { sk: { S: [{ prefix: FINDING_PREFIX }] } } } },
  { dynamodb: { Keys: { pk: { S: ['RECORDS#remediation'] } } } },
];

export interface PublishingProps {
  readonly ledger: Ledger;
  readonly publish: FleetFunction;
  readonly alarms: Alarms;
}

/** The ledger’s stream → publish-findings. */
export class Publishing extends Construct {
  constructor(scope: Construct, id: string, { ledger, publish, alarms }: PublishingProps) {
    super(scope, id);
    const unpublished = new DeadLetters(this, 'Unpublished', { alarms, of: 'aispm changes to publish' });
    publish.role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [unpublished.queue.queueArn] }),
    );
    for (const statement of ledger.mayFollow()) publish.role.addToPolicy(statement);
    const mapping = new CfnEventSourceMapping(this, 'Stream', {
      functionName: publish.function.functionName,
      eventSourceArn: ledger.streamArn,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      maximumBatchingWindowInSeconds: 2,
      // Shard by shard and in order; a record that cannot be published is alone in its batch in the end.
      parallelizationFactor: 1,
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      maximumRetryAttempts: 8,
      maximumRecordAgeInSeconds: Duration.hours(20).toSeconds(),
      destinationConfig: { onFailure: { destination: unpublished.queue.queueArn } },
      filterCriteria: { filters: WITH_READERS.map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
    });
    mapping.node.addDependency(publish.role);
    alarms.above(
      this,
      'Late',
      publish.function.metric('IteratorAge', { statistic: 'Maximum', period: ALARM_PERIOD }),
      'aispm: findings are published more than 15 minutes late.',
      15 * 60 * 1000,
    );
  }
}
