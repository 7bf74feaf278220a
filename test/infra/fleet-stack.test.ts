import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventNamesBySource } from '#infra/change-events.ts';
import { FUNCTIONS } from '../../scripts/build-functions.ts';
import { CONFIGS, resourcesOf, synthesize } from './synthesized.ts';

const SECRET = /AKIA[0-9A-Z]{16}|-----BEGIN|(password|secret|token)"?\s*:\s*"[^"{]/i;

describe.each(Object.entries(CONFIGS))('the stacks with %s', (_name, yaml) => {
  const { fleet, member, synth, config } = synthesize(yaml);
  const functions = resourcesOf(fleet, 'AWS::Lambda::Function');
  const queues = resourcesOf(fleet, 'AWS::SQS::Queue');
  const alarms = JSON.stringify(resourcesOf(fleet, 'AWS::CloudWatch::Alarm'));

  it('are clean under cdk-nag, each exception argued for', () => {
    expect(() => synth()).not.toThrow();
  });

  it('hold no secret', () => {
    expect(JSON.stringify([fleet.toJSON(), member.toJSON()])).not.toMatch(SECRET);
  });

  it('deploy every function, the digest where one is wanted', () => {
    expect(functions).toHaveLength(FUNCTIONS.length - (config.digest ? 0 : 1));
  });

  it.each(functions)(
    'give %s memory, a timeout, a log group and an alarm of its own',
    (id, { Properties }) => {
      expect(Properties['MemorySize']).toBeGreaterThanOrEqual(256);
      expect(Properties['Timeout']).toBeGreaterThanOrEqual(30);
      expect(Properties['Runtime']).toBe('nodejs24.x');
      const logGroup = Properties['LoggingConfig'] as { LogGroup: { Ref: string } };
      const [, group] =
        resourcesOf(fleet, 'AWS::Logs::LogGroup').find(([name]) => name === logGroup.LogGroup.Ref) ?? [];
      expect(group?.Properties).toMatchObject({ RetentionInDays: 90, KmsKeyId: expect.anything() });
      expect(alarms).toContain(`"FunctionName","Value":{"Ref":"${id}"}`);
    },
  );

  it.each(queues)('give %s dead letters, or is where they are, and an alarm', (id, { Properties }) => {
    const isForDeadLetters = queues.some(([, other]) =>
      JSON.stringify(other.Properties['RedrivePolicy'] ?? '').includes(id),
    );
    const isDestination = [
      ...resourcesOf(fleet, 'AWS::Lambda::EventSourceMapping'),
      ...resourcesOf(fleet, 'AWS::Scheduler::Schedule'),
    ].some(([, { Properties: p }]) => JSON.stringify([p['DestinationConfig'], p['Target']]).includes(id));
    expect(Properties['RedrivePolicy'] !== undefined || isForDeadLetters || isDestination).toBe(true);
    expect(Properties['SqsManagedSseEnabled']).toBe(true);
    expect(alarms).toContain(`"QueueName","Value":{"Fn::GetAtt":["${id}","QueueName"]}`);
  });

  it('consume streams and queues with partial failures, and not without bounds', () => {
    for (const [, { Properties }] of resourcesOf(fleet, 'AWS::Lambda::EventSourceMapping')) {
      expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
      const isStream = 'StartingPosition' in Properties;
      if (isStream)
        expect(Properties).toMatchObject({
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 8,
          DestinationConfig: { OnFailure: { Destination: expect.anything() } },
        });
      else
        expect(
          (Properties['ScalingConfig'] as { MaximumConcurrency: number }).MaximumConcurrency,
        ).toBeLessThanOrEqual(5);
    }
  });

  it('start nothing on a schedule without dead letters', () => {
    const schedules = resourcesOf(fleet, 'AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(config.digest ? 2 : 1);
    for (const [, { Properties }] of schedules)
      expect(Properties['Target']).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() } });
  });

  it('keep what they remember: recoverable, under their own key, streamed', () => {
    fleet.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    });
  });
});

describe('alarms', () => {
  it('may be published: the topic has a policy of its own, so nothing is allowed that it does not say', () => {
    const { fleet } = synthesize('');
    const [[, policy] = []] = resourcesOf(fleet, 'AWS::SNS::TopicPolicy');
    expect(policy?.Properties['PolicyDocument']).toMatchObject({
      Statement: expect.arrayContaining([
        {
          Sid: 'AlarmsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: expect.anything(),
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ]),
    });
  });
});

describe('the key', () => {
  it('may be used by the log groups, whose service is called after the region', () => {
    const { fleet } = synthesize('');
    const [[, key] = []] = resourcesOf(fleet, 'AWS::KMS::Key');
    expect(JSON.stringify(key?.Properties['KeyPolicy'])).toContain(
      '{"Service":{"Fn::Join":["",["logs.",{"Ref":"AWS::Region"},".amazonaws.com"]]}}',
    );
  });
});

describe('in a new account, where ten functions may run at once', () => {
  const { fleet } = synthesize('');

  it('reserves no concurrency, which the quota would not allow', () => {
    for (const [, { Properties }] of resourcesOf(fleet, 'AWS::Lambda::Function'))
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  it('waits for a free function as long as a scan may take, not a minute or two', () => {
    const [[, machine] = []] = resourcesOf(fleet, 'AWS::StepFunctions::StateMachine');
    const definition = JSON.stringify(machine?.Properties['DefinitionString']).replaceAll('\\', '');
    const patience = definition.match(/\{"ErrorEquals":\["Lambda.TooManyRequestsException"\][^}]*\}/g) ?? [];
    expect(patience).toHaveLength(4);
    for (const retry of patience) {
      const { MaxAttempts, MaxDelaySeconds } = JSON.parse(retry) as Record<string, number>;
      // Full jitter: half of it on average.
      expect(((MaxAttempts ?? 0) * (MaxDelaySeconds ?? 0)) / 2).toBeGreaterThanOrEqual(60 * 60);
    }
  });
});

const Pattern = z.looseObject({
  detail: z
    .looseObject({
      eventSource: z.array(z.string()).optional(),
      eventName: z.array(z.string()).optional(),
    })
    .default({}),
});

describe('the change feed', () => {
  it('listens to every event that a connector declares, in patterns that EventBridge takes', () => {
    const { fleet } = synthesize('');
    const patterns = resourcesOf(fleet, 'AWS::Events::Rule').map(([, { Properties }]) =>
      Pattern.parse(Properties['EventPattern']),
    );
    const heard = patterns.flatMap(({ detail }) =>
      (detail.eventSource ?? []).flatMap((source) =>
        (detail.eventName ?? []).map((name) => `${source} ${name}`),
      ),
    );
    const declared = Object.entries(eventNamesBySource());
    expect(declared.length).toBeGreaterThan(0);
    expect(heard.sort()).toEqual(
      declared.flatMap(([source, names]) => names.map((name) => `${source} ${name}`)).sort(),
    );
    for (const { detail, ...pattern } of patterns)
      if (detail.eventSource) {
        expect(pattern['detail-type']).toEqual(['AWS API Call via CloudTrail']);
        expect(detail.errorCode).toEqual([{ exists: false }]);
      }
    for (const pattern of patterns) expect(JSON.stringify(pattern).length).toBeLessThan(2048);
  });
});

describe('the scan', () => {
  it('is planned, read region by region, then account by account, and closed', () => {
    const { fleet } = synthesize('');
    const [[, machine] = []] = resourcesOf(fleet, 'AWS::StepFunctions::StateMachine');
    const definition = JSON.stringify(machine?.Properties['DefinitionString']);
    expect(definition).toMatch(/StartAt\\":\\"Plan\\"/);
    expect(definition).toMatch(/Plan\\":\{\\"Next\\":\\"Regional\\"/);
    expect(definition.match(/\\"Mode\\":\\"DISTRIBUTED\\"/g)).toHaveLength(2);
    expect(definition).toMatch(/Next\\":\\"Correlate\\"/);
  });
});
