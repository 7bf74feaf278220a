import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { EXPIRY_ATTRIBUTE, receivedPartition } from '#shared/ledger/keys.ts';
import { mayUseKeyThrough } from './encryption.ts';

/**
 * The one table: findings, assets, coverage, scans, remediations. Its stream is what the sinks live on.
 * `Table` and not `TableV2`: that one cannot have a key of one's own before the region is known.
 */
export class Ledger extends Construct {
  readonly table: Table;
  readonly streamArn: string;
  readonly #key: Key;

  constructor(scope: Construct, id: string, key: Key) {
    super(scope, id);
    this.#key = key;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: EXPIRY_ATTRIBUTE,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { tableStreamArn } = this.table;
    if (!tableStreamArn) throw new Error('the ledger table has no stream');
    this.streamArn = tableStreamArn;
  }

  mayRead(): PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:Query'],
        resources: [this.table.tableArn],
      }),
      mayUseKeyThrough('dynamodb', this.#key),
    ];
  }

  mayReadAndWrite(): PolicyStatement[] {
    return [
      ...this.mayRead(),
      new PolicyStatement({
        actions: ['dynamodb:PutItem'],
        resources: [this.table.tableArn],
      }),
    ];
  }

  /** Remembering which messages of these senders were received, and nothing of what else is in the table. */
  mayRememberMessages(senders: readonly string[]): PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
        resources: [this.table.tableArn],
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
        conditions: {
          'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': senders.map(receivedPartition) },
          // All of no values are equal to anything.
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      }),
      mayUseKeyThrough('dynamodb', this.#key),
    ];
  }

  mayFollow(): PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [this.streamArn],
      }),
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [this.streamArn] }),
      mayUseKeyThrough('dynamodb', this.#key),
    ];
  }
}
