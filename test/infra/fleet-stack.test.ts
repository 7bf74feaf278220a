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

  const listens = config.azure?.changes !== undefined || config.gcp?.changes !== undefined;

  it('deploy every function, the digest and the receiver of changes where they are wanted', () => {
    const unwanted = [config.digest, config.modelFiles, listens || undefined]
      .map((one) => one !== undefined)
      .filter((isWanted) => !isWanted).length;
    expect(functions).toHaveLength(FUNCTIONS.length - unwanted);
  });

  it.each(functions)(
    'give %s memory, a timeout, a log group and an alarm of its own',
    (id, { Properties }) => {
      expect(Properties['MemorySize']).toBeGreaterThanOrEqual(256);
      // Whoever may be called by strangers is done sooner than the sender who waits.
      const isOpen = Properties['ReservedConcurrentExecutions'] !== undefined;
      expect(Properties['Timeout']).toBeGreaterThanOrEqual(isOpen ? 10 : 30);
      if (isOpen) expect(Properties['Timeout']).toBeLessThan(30);
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

const AZURE = `azure:
  tenantId: 00000000-0000-0000-0000-000000000001
  clientId: 00000000-0000-0000-0000-000000000002
`;
const GOOGLE = `gcp:
  audience: //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/aispm/providers/aws
`;
const AZURE_CHANGES = '  changes: {audience: 00000000-0000-0000-0000-000000000003}\n';
const GOOGLE_CHANGES = '  changes: {pushServiceAccount: push@acme-tools.iam.gserviceaccount.com}\n';

const Statements = z.array(z.record(z.string(), z.unknown()));

const OPEN_TO_THE_WORLD = ['AWS::Lambda::Url', 'AWS::Lambda::Permission', 'AWS::ApiGatewayV2::Api'];

describe('the receiver of changes in other clouds', () => {
  it.each([
    ['nothing in the config', ''],
    ['both clouds that only are scanned', AZURE + GOOGLE],
  ])('is not there, nor any address that is open to the world, with %s', (_what, yaml) => {
    const { fleet } = synthesize(yaml);
    expect(OPEN_TO_THE_WORLD.flatMap((type) => resourcesOf(fleet, type))).toEqual([]);
    expect(resourcesOf(fleet).filter(([id]) => id.startsWith('Receive'))).toEqual([]);
    expect(JSON.stringify(fleet.toJSON())).not.toContain('RECEIVED#');
  });

  const { fleet } = synthesize(AZURE + AZURE_CHANGES + GOOGLE + GOOGLE_CHANGES);
  const [[id, receive] = []] = resourcesOf(fleet, 'AWS::Lambda::Function').filter(([name]) =>
    name.startsWith('ReceiveChange'),
  );

  it('is the one address that is open to the world', () => {
    const urls = resourcesOf(fleet, 'AWS::Lambda::Url');
    expect(urls.map(([, { Properties }]) => Properties)).toEqual([
      { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': [id, 'Arn'] } },
    ]);
    // Everybody may call it, and may not invoke it past its address.
    const permissions = resourcesOf(fleet, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
    const FunctionName = { 'Fn::GetAtt': [id, 'Arn'] };
    expect(permissions).toHaveLength(2);
    expect(permissions).toEqual(
      expect.arrayContaining([
        { Action: 'lambda:InvokeFunctionUrl', FunctionName, FunctionUrlAuthType: 'NONE', Principal: '*' },
        { Action: 'lambda:InvokeFunction', FunctionName, InvokedViaFunctionUrl: true, Principal: '*' },
      ]),
    );
  });

  it('runs rarely at once and briefly, and Lambda writes no line for each stranger', () => {
    expect(receive?.Properties).toMatchObject({
      ReservedConcurrentExecutions: 5,
      Timeout: 15,
      LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN' },
    });
  });

  it('may queue a rescan and remember messages, and nothing else', () => {
    const Statement = resourcesOf(fleet, 'AWS::IAM::Policy')
      .filter(([name]) => name.startsWith('ReceiveChangeRole'))
      .flatMap(
        ([, { Properties }]) =>
          z.object({ Statement: Statements }).parse(Properties['PolicyDocument']).Statement,
      );
    const [[queue = ''] = []] = resourcesOf(fleet, 'AWS::SQS::Queue').filter(([name]) =>
      name.startsWith('ChangesWorkQueue'),
    );
    expect(Statement.map(({ Action }) => Action)).toEqual([
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ['dynamodb:GetItem', 'dynamodb:PutItem'],
      expect.arrayContaining(['kms:Decrypt']),
      'sqs:SendMessage',
    ]);
    expect(Statement[1]?.['Condition']).toEqual({
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['RECEIVED#azure', 'RECEIVED#google'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    expect(JSON.stringify(Statement[2]?.['Condition'])).toContain('"kms:ViaService"');
    expect(Statement[3]?.['Resource']).toEqual({ 'Fn::GetAtt': [queue, 'Arn'] });
    expect(receive?.Properties['Environment']).toMatchObject({
      Variables: { AISPM_RESCAN_QUEUE: { Ref: queue } },
    });
    const [[, role] = []] = resourcesOf(fleet, 'AWS::IAM::Role').filter(([name]) =>
      name.startsWith('ReceiveChangeRole'),
    );
    expect(role?.Properties['ManagedPolicyArns']).toBeUndefined();
  });

  it('queues where rescan-resource reads, with dead letters', () => {
    const queues = resourcesOf(fleet, 'AWS::SQS::Queue').filter(([name]) =>
      JSON.stringify(receive?.Properties['Environment']).includes(`"Ref":"${name}"`),
    );
    expect(queues.map(([, { Properties }]) => Properties)).toEqual([
      expect.objectContaining({ RedrivePolicy: expect.anything() }),
    ]);
    const readers = resourcesOf(fleet, 'AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) =>
      JSON.stringify(Properties['EventSourceArn']).includes(queues[0]?.[0] ?? 'no queue'),
    );
    expect(readers.map(([, { Properties }]) => JSON.stringify(Properties['FunctionName']))).toEqual([
      expect.stringContaining('RescanResourceFunction'),
    ]);
  });

  it('alarms where the keys of the senders cannot be read', () => {
    fleet.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'aispm',
      MetricName: 'KeysUnreachable',
      Dimensions: [{ Name: 'function', Value: { Ref: id } }],
      Threshold: 0,
    });
  });

  it.each([
    [AZURE + AZURE_CHANGES + GOOGLE, ['AzureChangesUrl'], ['RECEIVED#azure']],
    [AZURE + GOOGLE + GOOGLE_CHANGES, ['GoogleChangesUrl'], ['RECEIVED#google']],
  ])('is told of, and remembers, those whom the config names', (yaml, outputs, partitions) => {
    const template = synthesize(yaml).fleet.toJSON();
    expect(Object.keys(template['Outputs']).filter((name) => name.endsWith('Url'))).toEqual(outputs);
    expect(JSON.stringify(template).match(/RECEIVED#\w+/g)).toEqual(partitions);
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
