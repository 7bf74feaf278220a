import assert from 'node:assert/strict';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetPublicAccessBlockCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetScheduleCommand } from '@aws-sdk/client-scheduler';
import { type AwsSecurityFinding, GetFindingsCommand } from '@aws-sdk/client-securityhub';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Ledger } from '#shared/ledger/ledger.ts';
import type { Finding } from '#shared/model/finding.ts';
import { Remediation } from '#shared/model/remediation.ts';
import type { BusEvent, BusListener } from './bus-listener.ts';
import type { Clients } from './clients.ts';
import type { Outputs } from './deployment.ts';
import { ACCOUNT, REGION } from './emulators.ts';
import { bucketArn, CAPTURE_BUCKET, createNotebook, NOTEBOOK, notebookArn } from './estate.ts';
import { until } from './until.ts';

export interface Stage {
  readonly aws: Clients;
  readonly outputs: Outputs;
  readonly ledger: Ledger;
  readonly bus: BusListener;
  /** Where MiniStack shows the messages that SES took. */
  readonly outbox: string;
}

/** One step: what it is for people, and the run, which gives what was seen in a few words. */
export interface Step {
  readonly says: string;
  readonly run: (stage: Stage) => Promise<string>;
}

const NOTEBOOK_CHECK = 'aws.sagemaker.notebook-direct-internet';
const BUCKET_CHECK = 'aws.s3.public-access-block';

export const steps: readonly Step[] = [
  { says: 'the schedule’s target scans the account to its end', run: scan },
  { says: 'the generated policies allowed every call that the scan made', run: nothingDenied },
  { says: 'findings are in DynamoDB', run: findingsInTheLedger },
  { says: 'their events are on the bus', run: eventsOnTheBus },
  { says: 'they are in Security Hub, as ASFF', run: asffInSecurityHub },
  { says: 'a remediation is planned and waits', run: remediationPlanned },
  { says: 'a person approves; it acts, is verified, and the finding is resolved', run: remediationActs },
  { says: 'the resolution is on the bus and archived in Security Hub', run: resolutionPublished },
  { says: 'a CloudTrail event leads to a rescan of that one asset', run: changeRescanned },
  { says: 'an object that was written is inspected, and what it would run is found', run: objectInspected },
  { says: 'another scan of an unchanged account publishes nothing', run: nothingNew },
  { says: 'the digest is in the SES outbox, once', run: digestSent },
];

async function scan({ aws, outputs }: Stage): Promise<string> {
  const schedule = await aws.scheduler.send(new GetScheduleCommand({ Name: outputs.ScanSchedule }));
  assert.equal(schedule.ScheduleExpression, 'rate(1 day)');
  assert.equal(schedule.Target?.Arn, outputs.ScanStateMachine);
  const { executionArn } = await aws.sfn.send(
    new StartExecutionCommand({ stateMachineArn: schedule.Target?.Arn, input: schedule.Target?.Input }),
  );
  const execution = await until(
    'the execution ends',
    async () => {
      const described = await aws.sfn.send(new DescribeExecutionCommand({ executionArn }));
      return described.status === 'RUNNING' ? undefined : described;
    },
    { seconds: 120 },
  );
  assert.equal(execution.status, 'SUCCEEDED', `${execution.error}: ${execution.cause}`);
  return execution.output ?? '';
}

/** MiniStack enforces the policies of the deployed role: a missing action would be a refusal. */
async function nothingDenied({ ledger }: Stage): Promise<string> {
  const scopes = await Array.fromAsync(ledger.scopes());
  const coverage = scopes.flatMap(({ scan }) => scan?.coverage ?? []);
  const denied = coverage.filter(({ outcome }) => outcome === 'denied');
  assert.deepEqual(
    denied.map(({ operation, permission }) => `${operation} wants ${permission}`),
    [],
  );
  const services = new Set(
    coverage.flatMap(({ operation, outcome, calls }) =>
      outcome === 'complete' && calls > 0 ? [operation.split(':', 1)[0]] : [],
    ),
  );
  for (const service of [
    'bedrock',
    'bedrock-agent',
    'bedrock-agentcore-control',
    'ecr',
    'iam',
    'lambda',
    's3',
    'sagemaker',
  ])
    assert.ok(services.has(service), `nothing of ${service} was read to its end`);
  return `${coverage.filter(({ calls }) => calls > 0).length} operations called, ${services.size} services read, none refused`;
}

async function findingsInTheLedger({ ledger }: Stage): Promise<string> {
  const findings = await Array.fromAsync(ledger.findings({ status: 'open' }));
  for (const [checkId, assetId] of [
    [NOTEBOOK_CHECK, notebookArn(NOTEBOOK)],
    [BUCKET_CHECK, bucketArn(CAPTURE_BUCKET)],
  ])
    assert.ok(
      findings.some((finding) => finding.checkId === checkId && finding.asset.id === assetId),
      `no open finding of ${checkId} on ${assetId}, but ${findings.map((one) => one.checkId).join(', ')}`,
    );
  return `${findings.length} open findings`;
}

async function eventsOnTheBus({ bus, ledger }: Stage): Promise<string> {
  const findings = await Array.fromAsync(ledger.findings());
  const events = await until(
    'an event for each finding',
    async () => {
      const opened = eventsOf(await bus.heard(), 'Finding Opened');
      return findings.every(({ id }) => opened.some(({ detail }) => detail['findingId'] === id))
        ? opened
        : undefined;
    },
    { seconds: 60 },
  );
  const ended = await until(
    'the scan’s own event',
    async () => (await bus.heard()).find((event) => event['detail-type'].startsWith('Scan ')),
    { seconds: 60 },
  );
  return `${events.length} “Finding Opened”, “${ended['detail-type']}”`;
}

const eventsOf = (events: readonly BusEvent[], detailType: string): BusEvent[] =>
  events.filter((event) => event['detail-type'] === detailType);

async function asffInSecurityHub(stage: Stage): Promise<string> {
  const finding = await openFinding(stage.ledger, NOTEBOOK_CHECK, notebookArn(NOTEBOOK));
  const document = await until('the finding', () => asffOf(stage, finding), { seconds: 60 });
  assert.equal(document.ProductArn, `arn:aws:securityhub:${REGION}:${ACCOUNT}:product/${ACCOUNT}/default`);
  assert.equal(document.AwsAccountId, ACCOUNT);
  assert.equal(document.RecordState, 'ACTIVE');
  assert.equal(document.Resources?.[0]?.Id, notebookArn(NOTEBOOK));
  return `${document.FindingProviderFields?.Severity?.Label} ${document.Title}`;
}

async function asffOf({ aws }: Stage, { id }: Finding): Promise<AwsSecurityFinding | undefined> {
  const found: AwsSecurityFinding[] = [];
  let NextToken: string | undefined;
  do {
    const page = await aws.securityHub.send(new GetFindingsCommand({ NextToken }));
    found.push(...(page.Findings ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  // An emulator may keep each version of a document; the last to be updated is the one that counts.
  return found
    .filter(({ Id }) => Id?.includes(id))
    .sort((a, b) => (b.UpdatedAt ?? '').localeCompare(a.UpdatedAt ?? ''))
    .at(0);
}

async function openFinding(ledger: Ledger, checkId: string, assetId: string): Promise<Finding> {
  const findings = await Array.fromAsync(ledger.findings({ status: 'open' }));
  const found = findings.find((finding) => finding.checkId === checkId && finding.asset.id === assetId);
  if (!found) throw new Error(`no open finding of ${checkId} on ${assetId}`);
  return found;
}

async function bucketRemediation({ ledger }: Stage): Promise<Remediation | undefined> {
  const records = await Array.fromAsync(ledger.records('remediation', Remediation).all());
  return records.find(({ asset }) => asset.id === bucketArn(CAPTURE_BUCKET));
}

async function remediationPlanned(stage: Stage): Promise<string> {
  const remediation = await until('a plan for the bucket', () => bucketRemediation(stage), { seconds: 60 });
  assert.equal(remediation.status, 'planned');
  await assert.rejects(publicAccessBlock(stage), { name: 'NoSuchPublicAccessBlockConfiguration' });
  await until(
    'its event',
    async () =>
      eventsOf(await stage.bus.heard(), 'Remediation Planned').find(
        ({ detail }) => detail['remediationId'] === remediation.id,
      ),
    { seconds: 60 },
  );
  return remediation.plan.summary;
}

const publicAccessBlock = ({ aws }: Stage) =>
  aws.s3.send(new GetPublicAccessBlockCommand({ Bucket: CAPTURE_BUCKET }));

async function remediationActs(stage: Stage): Promise<string> {
  const { aws, outputs, ledger } = stage;
  const planned = await bucketRemediation(stage);
  const decided = await aws.lambda.send(
    new InvokeCommand({
      FunctionName: outputs.DecideFunction,
      Payload: JSON.stringify({ decision: 'approve', remediationId: planned?.id, by: 'ana@example.com' }),
    }),
  );
  const answer = z
    .object({ outcome: z.string(), status: z.string() })
    .parse(JSON.parse(decided.Payload?.transformToString() ?? ''));
  assert.deepEqual(answer, { outcome: 'done', status: 'approved' });

  const verified = await until(
    'the remediation is verified',
    async () => {
      const remediation = await bucketRemediation(stage);
      assert.notEqual(remediation?.status, 'failed', JSON.stringify(remediation?.failure));
      return remediation?.status === 'verified' ? remediation : undefined;
    },
    { seconds: 90 },
  );
  const { PublicAccessBlockConfiguration } = await publicAccessBlock(stage);
  assert.deepEqual(PublicAccessBlockConfiguration, {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  });
  const finding = await ledger.finding(verified.findingId, verified.scope);
  assert.equal(finding?.status, 'resolved');
  assert.equal(finding?.resolution, 'passed');
  return `approved by ${verified.approval?.by.name}; finding resolved`;
}

async function resolutionPublished(stage: Stage): Promise<string> {
  const remediation = await bucketRemediation(stage);
  const finding = await stage.ledger.finding(remediation?.findingId ?? '', remediation?.scope);
  if (!finding) throw new Error('the finding is gone');
  await until(
    'its events',
    async () => {
      const heard = await stage.bus.heard();
      const isResolved = eventsOf(heard, 'Finding Resolved').some(
        ({ detail }) => detail['findingId'] === finding.id,
      );
      const isActed = eventsOf(heard, 'Remediation Acted').some(
        ({ detail }) => detail['findingId'] === finding.id,
      );
      return isResolved && isActed ? true : undefined;
    },
    { seconds: 60 },
  );
  await until(
    'the document is archived',
    async () => ((await asffOf(stage, finding))?.RecordState === 'ARCHIVED' ? true : undefined),
    { seconds: 60 },
  );
  return 'Finding Resolved, Remediation Acted; ARCHIVED';
}

async function changeRescanned(stage: Stage): Promise<string> {
  const { aws, ledger } = stage;
  const before = await scansOfScopes(ledger);
  for (const name of ['reported', 'unreported']) await createNotebook(aws, name);
  await aws.events.send(
    new PutEventsCommand({
      Entries: [
        {
          // Nobody but AWS may put events of the source aws.sagemaker; the rule asks for what CloudTrail says.
          Source: 'deployed-test',
          DetailType: 'AWS API Call via CloudTrail',
          Detail: JSON.stringify({
            eventVersion: '1.09',
            eventSource: 'sagemaker.amazonaws.com',
            eventName: 'CreateNotebookInstance',
            awsRegion: REGION,
            recipientAccountId: ACCOUNT,
            requestParameters: { notebookInstanceName: 'reported', instanceType: 'ml.t3.medium' },
            responseElements: { notebookInstanceArn: notebookArn('reported') },
          }),
        },
      ],
    }),
  );
  const finding = await until(
    'the new notebook’s finding',
    () => openFinding(ledger, NOTEBOOK_CHECK, notebookArn('reported')),
    { seconds: 60 },
  );
  assert.match(finding.scanId, /^change-/);
  const assets = await Array.fromAsync(ledger.assets());
  assert.ok(!assets.some(({ id }) => id === notebookArn('unreported')), 'something else was read as well');
  assert.deepEqual(await scansOfScopes(ledger), before, 'a whole scope was scanned');
  return `${finding.asset.name} has a finding; the notebook beside it was not read`;
}

/** A pickle that calls os.system('id'); nothing here ever loads it. */
const CALLS_A_COMMAND = "cos\nsystem\n(S'id'\ntR.";

async function objectInspected({ aws, ledger, outputs }: Stage): Promise<string> {
  const key = 'inbox/näw model.bin';
  await aws.s3.send(new PutObjectCommand({ Bucket: CAPTURE_BUCKET, Key: key, Body: CALLS_A_COMMAND }));
  // As S3 tells EventBridge, whose rule hands it to the queue; nobody but AWS may put events of the source aws.s3.
  await aws.sqs.send(
    new SendMessageCommand({
      QueueUrl: outputs.InspectionQueue,
      MessageBody: JSON.stringify({
        version: '0',
        id: '17793124-05d4-b198-2fde-7ededc63b103',
        'detail-type': 'Object Created',
        source: 'aws.s3',
        account: ACCOUNT,
        region: REGION,
        detail: { bucket: { name: CAPTURE_BUCKET }, object: { key } },
      }),
    }),
  );
  const assetId = `${bucketArn(CAPTURE_BUCKET)}/${key}`;
  const finding = await until(
    'the finding of the file',
    () => openFinding(ledger, 'aws.s3.model-file-runs-code', assetId),
    { seconds: 60 },
  );
  assert.match(JSON.stringify(finding.evidence), /os\.system\('id'\)/);
  return `${finding.asset.name}: ${finding.title}`;
}

const scansOfScopes = async (ledger: Ledger): Promise<unknown> =>
  (await Array.fromAsync(ledger.scopes())).map(({ scope, scan }) => ({ scope, at: scan?.startedAt }));

async function nothingNew(stage: Stage): Promise<string> {
  await scan(stage);
  const settled = await settledCount(stage);
  await scan(stage);
  assert.equal(await settledCount(stage), settled);
  return `${settled} events in all, none of them from the unchanged scan`;
}

/** How many finding events there are, once a few seconds have brought no more. */
async function settledCount({ bus }: Stage): Promise<number> {
  let last = -1;
  return until(
    'the bus is quiet',
    async () => {
      const count = (await bus.heard()).filter((event) => event['detail-type'].startsWith('Finding ')).length;
      const isQuiet = count === last;
      last = count;
      return isQuiet ? count : undefined;
    },
    { seconds: 60, everyMilliseconds: 4000 },
  );
}

/** By account. */
const Outbox = z.object({ messages: z.record(z.string(), z.array(z.looseObject({}))) });

async function digestSent({ aws, outputs, outbox }: Stage): Promise<string> {
  const schedule = await aws.scheduler.send(new GetScheduleCommand({ Name: outputs.DigestSchedule }));
  const dueAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const Payload = (schedule.Target?.Input ?? '').replace('<aws.scheduler.scheduled-time>', dueAt);
  for (const attempt of ['the first', 'a repeated']) {
    const sent = await aws.lambda.send(new InvokeCommand({ FunctionName: schedule.Target?.Arn, Payload }));
    assert.equal(sent.FunctionError, undefined, `${attempt}: ${sent.Payload?.transformToString()}`);
  }
  const written = await (await fetch(outbox)).text();
  const messages = Outbox.parse(JSON.parse(written)).messages[ACCOUNT] ?? [];
  assert.equal(messages.length, 1, written.slice(0, 500));
  assert.match(written, /security@example\.com/);
  assert.match(written, new RegExp(CAPTURE_BUCKET));
  return String(messages[0]?.['subject'] ?? messages[0]?.['Subject'] ?? 'one message');
}
