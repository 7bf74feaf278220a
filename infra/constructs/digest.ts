import { Duration, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { FleetFunction } from './fleet-function.ts';
import { DeadLetters } from './queues.ts';
import { schedulerRole } from './scheduler-role.ts';

/** Scheduler → send-digest → SES. */
export class Digest extends Construct {
  readonly schedule: Schedule;

  constructor(
    scope: Construct,
    id: string,
    { send, schedule, alarms }: { send: FleetFunction; schedule: string; alarms: Alarms },
  ) {
    super(scope, id);
    const unsent = new DeadLetters(this, 'Unsent', { alarms, of: 'aispm digests' });
    this.schedule = new Schedule(this, 'Schedule', {
      description: 'aispm: sends the digest',
      schedule: ScheduleExpression.expression(schedule, TimeZone.ETC_UTC),
      target: new LambdaInvoke(send.function, {
        role: schedulerRole(this, 'Sender', {
          may: new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: [send.function.functionArn],
          }),
          deadLetters: unsent,
        }),
        input: ScheduleTargetInput.fromObject({ dueAt: ContextAttribute.scheduledTime }),
        deadLetterQueue: unsent.queue,
        retryAttempts: 3,
        maxEventAge: Duration.hours(2),
      }),
    });
  }
}
