import { Duration, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';

const RETENTION = Duration.days(14);

/** Where what could not be done waits for a person, who an alarm calls. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { alarms, of }: { alarms: Alarms; of: string }) {
    super(scope, id);
    this.queue = encryptedQueue(this, 'Queue');
    alarms.above(
      this,
      'Waiting',
      this.queue.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      `${of}: some could not be done. Read the messages, mend the cause, and redrive the queue.`,
    );
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue itself.',
    });
  }
}

export interface WorkQueueProps {
  readonly alarms: Alarms;
  /** What its messages are, for the alarm’s text: “changes to rescan”. */
  readonly of: string;
  /** The consumer’s timeout. AWS asks for six times as much before a message is given to another. */
  readonly consumerTimeout: Duration;
  /** Messages wait this long before the first attempt. */
  readonly delay?: Duration;
}

/** A queue with its dead letters and both their alarms. */
export class WorkQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { alarms, of, consumerTimeout, delay }: WorkQueueProps) {
    super(scope, id);
    const dead = new DeadLetters(this, 'DeadLetters', { alarms, of });
    this.queue = encryptedQueue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(consumerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: dead.queue, maxReceiveCount: 5 },
      ...(delay && { deliveryDelay: delay }),
    });
    alarms.above(
      this,
      'Stale',
      this.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      `${of}: the oldest has waited for more than 15 minutes.`,
      15 * 60,
    );
  }
}

function encryptedQueue(
  scope: Construct,
  id: string,
  props: ConstructorParameters<typeof Queue>[2] = {},
): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    retentionPeriod: RETENTION,
    ...props,
  });
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyOverTls',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:PurgeQueue',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      resources: [queue.queueArn],
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  );
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS4',
    reason:
      'TLS is required for every action that a message or the content of the queue passes through, named one by one; the rule only knows the wildcard sqs:*, which no policy of this fleet uses.',
  });
  return queue;
}
