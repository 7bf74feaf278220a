import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { ArnPrincipal, CompositePrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { sendersOf } from '#functions/senders/senders.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { eventNamesBySource } from './change-events.ts';
import { AccountReading } from './constructs/account-reading.ts';
import { acknowledgeWildcardResource } from './constructs/acknowledge.ts';
import { Alarms } from './constructs/alarms.ts';
import { ChangeFeed } from './constructs/change-feed.ts';
import { ChangeReceiver } from './constructs/change-receiver.ts';
import { Digest } from './constructs/digest.ts';
import { Encryption } from './constructs/encryption.ts';
import { type FleetContext, FleetFunction } from './constructs/fleet-function.ts';
import { Ledger } from './constructs/ledger.ts';
import { ModelFileInspection } from './constructs/model-file-inspection.ts';
import { Publishing } from './constructs/publishing.ts';
import { WorkQueue } from './constructs/queues.ts';
import { Remediation } from './constructs/remediation.ts';
import { ScanWorkflow } from './constructs/scan-workflow.ts';
import { acknowledgeRemediation } from './member-stack.ts';
import { acknowledgeModelFiles, mayReadModelFiles, modelBuckets } from './model-files.ts';
import {
  mayAssume,
  mayImportFindings,
  mayListAccounts,
  mayProveIdentityTo,
  mayRemediate,
} from './permissions.ts';

export interface FleetStackProps extends StackProps {
  readonly config: FleetConfig;
  readonly bundles: string;
}

/** Scopes scanned at the same time; each is one Lambda at work. */
const SCOPES_AT_ONCE = 40;

/** Under which names the stack tells where each sender is to post. */
const SENDER_OUTPUTS = { azure: 'AzureChangesUrl', google: 'GoogleChangesUrl' } as const;

/** The fleet: one account, one region, any number of scanned accounts, subscriptions and projects. */
export class FleetStack extends Stack {
  constructor(scope: Construct, id: string, { config, bundles, ...props }: FleetStackProps) {
    super(scope, id, props);
    const { key } = new Encryption(this, 'Encryption');
    const alarms = new Alarms(this, 'Alarms', { key, email: config.alarms.email });
    const ledger = new Ledger(this, 'Ledger', key);
    const bus = new EventBus(this, 'Bus', {
      eventBusName: 'aispm',
      description: 'Findings, scans and remediations',
    });
    const mayPutEvents = new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] });
    const context: FleetContext = {
      config,
      key,
      alarms,
      bundles,
      environment: {
        AISPM_TABLE: ledger.table.tableName,
        AISPM_BUS: bus.eventBusName,
        AISPM_ACCOUNT: Aws.ACCOUNT_ID,
        AISPM_PARTITION: Aws.PARTITION,
      },
    };
    const mayScan = [
      ...ledger.mayReadAndWrite(),
      mayAssume(config.aws.readerRoleName, config),
      ...mayProveIdentityTo(config),
    ];

    const planScan = new FleetFunction(this, 'PlanScan', context, {
      name: 'plan-scan',
      does: 'Lists the scopes of a new scan.',
      memoryMiB: 512,
      timeout: Duration.minutes(5),
      may: [
        ...ledger.mayReadAndWrite(),
        ...mayListAccounts(config),
        mayAssume(config.aws.readerRoleName, config),
        ...mayProveIdentityTo(config),
      ],
    });
    const scanScope = new FleetFunction(this, 'ScanScope', context, {
      name: 'scan-scope',
      does: 'Discovers, judges and reconciles one scope.',
      memoryMiB: 1024,
      timeout: Duration.minutes(15),
      may: mayScan,
    });
    const correlate = new FleetFunction(this, 'Correlate', context, {
      name: 'correlate',
      does: 'Judges what spans scopes, and closes the scan.',
      memoryMiB: 2048,
      timeout: Duration.minutes(15),
      may: [...ledger.mayReadAndWrite(), mayPutEvents],
    });
    const rescanTimeout = Duration.minutes(2);
    const rescan = new FleetFunction(this, 'RescanResource', context, {
      name: 'rescan-resource',
      does: 'Reads one asset again after a change.',
      memoryMiB: 1024,
      timeout: rescanTimeout,
      may: mayScan,
    });
    const publish = new FleetFunction(this, 'PublishFindings', context, {
      name: 'publish-findings',
      does: 'Sends what became of findings to the bus and to Security Hub.',
      memoryMiB: 512,
      timeout: Duration.minutes(2),
      may: [
        mayPutEvents,
        ...(config.securityHub.enabled
          ? [
              mayImportFindings(...(config.aws.regions ?? [Aws.REGION])),
              mayAssume(config.aws.importerRoleName, config),
            ]
          : []),
      ],
    });
    const remediateTimeout = Duration.minutes(5);
    const mayFix = [
      ...ledger.mayReadAndWrite(),
      mayAssume(config.aws.readerRoleName, config),
      ...mayProveIdentityTo(config),
      ...(config.remediation.mode === 'plan-only' ? [] : [mayAssume(config.aws.remediatorRoleName, config)]),
    ];
    const remediate = new FleetFunction(this, 'RemediateFinding', context, {
      name: 'remediate-finding',
      does: 'Plans the remediation of a finding, and acts on approved plans.',
      memoryMiB: 1024,
      timeout: remediateTimeout,
      may: mayFix,
    });
    const decide = new FleetFunction(this, 'DecideRemediation', context, {
      name: 'decide-remediation',
      does: 'Records the decision of a person on a remediation; invoked by those whom IAM lets.',
      memoryMiB: 1024,
      timeout: remediateTimeout,
      may: mayFix,
    });
    if (config.remediation.mode !== 'plan-only') {
      // In this account too, the functions that remediate write through a role of its own.
      const remediator = new Role(this, 'Remediator', {
        roleName: config.aws.remediatorRoleName,
        description: 'aispm remediator',
        assumedBy: new CompositePrincipal(
          ...[remediate, decide].map(({ role }) => new ArnPrincipal(role.roleArn)),
        ),
      });
      for (const statement of mayRemediate()) remediator.addToPolicy(statement);
      acknowledgeRemediation(remediator);
    }
    const reading = new AccountReading(this, 'Reading');
    for (const { role } of [scanScope, rescan, remediate, decide]) reading.grantTo(role);
    for (const { role } of [planScan, scanScope, rescan, remediate, decide])
      acknowledgeWildcardResource(
        role,
        '*',
        'Neither listing the accounts of an organization nor a token of the function’s own identity knows a resource.',
      );
    if (config.aws.organization)
      for (const { role } of [planScan, scanScope, rescan, publish, remediate, decide])
        for (const name of [
          config.aws.readerRoleName,
          config.aws.importerRoleName,
          config.aws.remediatorRoleName,
        ])
          acknowledgeWildcardResource(
            role,
            `arn:<AWS::Partition>:iam::*:role/${name}`,
            'The accounts of an organization come and go; only roles of this one name can be entered, and each asks for the external id.',
          );

    const workflow = new ScanWorkflow(this, 'Scan', {
      planScan: planScan.function,
      scanScope: scanScope.function,
      correlate: correlate.function,
      schedule: config.schedule,
      concurrency: SCOPES_AT_ONCE,
      key,
      alarms,
    });
    const changes = new ChangeFeed(this, 'Changes', {
      rescan,
      rescanTimeout,
      events: eventNamesBySource(),
      alarms,
    });
    const senders = sendersOf(config);
    if (senders.length > 0) {
      const { queue } = changes.work;
      const receive = new FleetFunction(this, 'ReceiveChange', context, {
        name: 'receive-change',
        does: 'Verifies who tells of a change in another cloud, and hands the asset on to be read again.',
        memoryMiB: 512,
        // Event Grid waits for 30 seconds; what takes longer than half of that is better sent again.
        timeout: Duration.seconds(15),
        mostAtOnce: 5,
        may: [
          ...ledger.mayRememberMessages(senders.map(({ name }) => name)),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
        ],
        environment: { AISPM_RESCAN_QUEUE: queue.queueUrl },
      });
      const { url } = new ChangeReceiver(this, 'Receiver', { receive, alarms });
      for (const { name, path } of senders)
        new CfnOutput(this, SENDER_OUTPUTS[name], { value: `${url}${path.slice(1)}` });
    }
    if (config.modelFiles) {
      const inspectTimeout = Duration.minutes(10);
      const work = new WorkQueue(this, 'Inspections', {
        alarms,
        of: 'aispm model files to inspect',
        consumerTimeout: inspectTimeout,
      });
      const buckets = modelBuckets(config);
      const inspect = new FleetFunction(this, 'InspectModelFile', context, {
        name: 'inspect-model-file',
        does: 'Inspects a model file without running it.',
        memoryMiB: 1024,
        timeout: inspectTimeout,
        may: [
          ...ledger.mayReadAndWrite(),
          ...(buckets.length > 0
            ? [...mayReadModelFiles(buckets), mayAssume(config.aws.inspectorRoleName, config)]
            : []),
          ...(config.azure?.inspection ? mayProveIdentityTo(config) : []),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [work.queue.queueArn] }),
        ],
        environment: { AISPM_INSPECTION_QUEUE: work.queue.queueUrl },
      });
      acknowledgeModelFiles(inspect.role, buckets);
      acknowledgeWildcardResource(
        inspect.role,
        '*',
        'A token of the function’s own identity, which Azure takes for a credential, knows no resource.',
      );
      if (config.aws.organization)
        acknowledgeWildcardResource(
          inspect.role,
          `arn:<AWS::Partition>:iam::*:role/${config.aws.inspectorRoleName}`,
          'The accounts of an organization come and go; only roles of this one name can be entered, and each asks for the external id.',
        );
      new ModelFileInspection(this, 'ModelFiles', { work, bus, inspect, buckets });
      new CfnOutput(this, 'InspectionQueue', { value: work.queue.queueUrl });
    }
    new Publishing(this, 'Publishing', { ledger, publish, alarms });
    new Remediation(this, 'Remediation', {
      bus,
      remediate,
      remediateTimeout,
      detailTypes: [
        'Finding Opened',
        'Finding Reopened',
        'Finding Resolved',
        'Remediation Planned',
        'Remediation Approved',
      ],
      alarms,
    });
    if (config.digest) {
      const send = new FleetFunction(this, 'SendDigest', context, {
        name: 'send-digest',
        does: 'Composes the digest and sends it.',
        memoryMiB: 1024,
        timeout: Duration.minutes(5),
        may: [
          ...ledger.mayReadAndWrite(),
          new PolicyStatement({
            actions: ['ses:SendEmail'],
            // SES authorises by the identity that is verified: the address, or its domain.
            resources: [config.digest.from, config.digest.from.replace(/^.*@/, '')].map(
              (identity) => `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${identity}`,
            ),
            conditions: { StringEquals: { 'ses:FromAddress': config.digest.from } },
          }),
        ],
      });
      const digest = new Digest(this, 'Digest', { send, schedule: config.digest.schedule, alarms });
      new CfnOutput(this, 'DigestSchedule', { value: digest.schedule.scheduleName });
    }

    new CfnOutput(this, 'LedgerTable', { value: ledger.table.tableName });
    new CfnOutput(this, 'EventBusName', { value: bus.eventBusName });
    new CfnOutput(this, 'ScanStateMachine', { value: workflow.stateMachine.stateMachineArn });
    new CfnOutput(this, 'ScanSchedule', { value: workflow.schedule.scheduleName });
    new CfnOutput(this, 'DecideFunction', { value: decide.function.functionName });
    new CfnOutput(this, 'AlarmTopic', { value: alarms.topic.topicArn });
  }
}
